import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { Neighbour, Neighbours } from '../../src/core/answers/neighbours.ts';
import { baseName, shortName } from '../../src/core/displayName.ts';
import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import type { Pair } from '../../src/core/measures/ranges.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import { signOf } from '../flame/boxMark.ts';
import type { Loaded } from '../state/appState.ts';
import { shareBar } from './shareBar.ts';

/** Who calls the selected frame and whom it calls, over all its nodes in the tree. */
export function neighbours(
  loaded: Loaded<Neighbours>,
  unit: string,
  alone: boolean,
  isLit: (frame: Neighbour) => boolean,
  choose: (frame: Place) => void,
): TemplateResult {
  switch (loaded.kind) {
    case 'nothing':
      return html`<p class="empty">${l10n.t`Select a frame to see who calls it and whom it calls.`}</p>`;
    case 'loading':
      return html`<p class="empty" role="status">${l10n.t`Looking for callers and callees…`}</p>`;
    case 'refused':
      return html`<p class="empty" role="alert">${shown(loaded.problem.message, longestSentence)}</p>`;
    case 'ready':
      break;
  }
  const { name, file, flat, cum, callers, callees } = loaded.value;
  const whole = Math.abs(sizeOf(cum, alone));
  const list = (title: string, none: string, all: readonly Neighbour[]): TemplateResult =>
    html`<section class="neighbours" aria-label=${title}>
      <h2>${title}</h2>
      ${
        all.length === 0
          ? html`<p class="empty">${none}</p>`
          : html`<ul class="list">${all.map(each => neighbour(each, whole, unit, alone, isLit(each), choose))}</ul>`
      }
    </section>`;
  return html`<div class="peek">
    ${list(l10n.t`Callers`, l10n.t`Nothing calls it: it is where stacks begin.`, callers)}
    <section class="self" aria-label=${l10n.t`The frame itself`}>
      <h2 class="self-name" title=${shownName(name)}>${shortName(name)}</h2>
      <p class="facts">${baseName(file)}</p>
      <p>cum ${amount(cum, unit, alone)}</p>
      <p>flat ${amount(flat, unit, alone)}</p>
    </section>
    ${list(l10n.t`Callees`, l10n.t`It calls nothing that allocates.`, callees)}
  </div>`;
}

function neighbour(
  callerOrCallee: Neighbour,
  whole: number,
  unit: string,
  alone: boolean,
  lit: boolean,
  choose: (frame: Place) => void,
): TemplateResult {
  const { name, file, value } = callerOrCallee;
  const share = whole === 0 ? 0 : sizeOf(value, alone) / whole;
  return html`<li class=${lit ? 'entry lit' : 'entry'}>
    <span class="amount">${amount(value, unit, alone)}</span>
    <span class="part">${whole === 0 ? '' : formatPercent(share)}</span>
    ${shareBar(share)}
    <span class="who">
      <button class="name" title=${`${shownName(name)}\n${shown(file)}`} @click=${() => choose(callerOrCallee)}>${shortName(name)}</button>
    </span>
  </li>`;
}

function sizeOf({ base, current }: Pair, alone: boolean): number {
  return alone ? current : current - base;
}

function amount({ base, current }: Pair, unit: string, alone: boolean): string {
  if (alone) return formatValue(current, unit);
  return `${signOf(base, current)} ${formatDelta(current - base, unit)}`.trim();
}
