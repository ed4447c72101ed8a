import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { Neighbour } from '../../src/core/answers/neighbours.ts';
import { baseName, shortName } from '../../src/core/displayName.ts';
import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import type { Pair } from '../../src/core/measures/ranges.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import { signOf } from '../flame/boxMark.ts';
import type { Loaded } from '../state/appState.ts';
import type { Around, Side } from '../state/around.ts';
import { shareBar } from './shareBar.ts';

/** A graph with more rows takes no more of the height. */
const mostRows = 20;

/** What stands around the lists. */
export interface AroundParts {
  /** Flame graphs that draw themselves. */
  readonly graphs: Readonly<Record<Side, HTMLElement>>;
  legend(around: Around): TemplateResult;
}

/** Who calls the selected frame and whom it calls, over all its nodes in the tree: as flame graphs, and in numbers. */
export function neighbours(
  loaded: Loaded<Around>,
  unit: string,
  alone: boolean,
  isLit: (frame: Neighbour) => boolean,
  choose: (frame: Place) => void,
  parts: AroundParts,
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
  const { beside, scenes } = loaded.value;
  const { name, file, flat, cum, callers, callees } = beside;
  const whole = Math.abs(sizeOf(cum, alone));
  const list = (side: Side, title: string, none: string, all: readonly Neighbour[]): TemplateResult =>
    html`<section class=${`neighbours of-${side}`} aria-label=${title}>
      <h2>${title}</h2>
      ${
        all.length === 0
          ? html`<p class="empty">${none}</p>`
          : html`<ul class="list">${all.map(each => neighbour(each, whole, unit, alone, isLit(each), choose))}</ul>`
      }
    </section>`;
  const graph = (side: Side): TemplateResult => {
    const { layout } = scenes[side];
    if (layout.tree.count === 1) return html``;
    if (layout.total === 0)
      return html`<p class="empty">${l10n.t`In this width there is nothing of it to draw.`}</p>`;
    return html`${parts.graphs[side]}`;
  };
  const rows = (side: Side): number => Math.min(scenes[side].layout.tree.deepest + 1, mostRows);
  const above = rows('callers');
  const below = rows('callees');
  const heights = `--rows-above: ${above}; --rows-below: ${below}; --heights: minmax(5.5em, ${above}fr) auto minmax(5.5em, ${below}fr)`;
  return html`${parts.legend(loaded.value)}
    <div class="peek" .style=${heights}>
      <div class="around callers">${graph('callers')}</div>
      ${list('callers', l10n.t`Callers`, l10n.t`Nothing else calls it: it is where stacks begin.`, callers)}
      <section class="self" aria-label=${l10n.t`The frame itself`}>
        <h2 class="self-name" title=${shownName(name)}>${shortName(name)}</h2>
        <span class="facts">${baseName(file)}</span>
        <span>cum ${amount(cum, unit, alone)}</span>
        <span>flat ${amount(flat, unit, alone)}</span>
      </section>
      <div class="around callees">${graph('callees')}</div>
      ${list('callees', l10n.t`Callees`, l10n.t`It calls nothing else that allocates.`, callees)}
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
