import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { Headline } from '../../src/core/answers/headline.ts';
import type { Piece } from '../../src/core/answers/sentence.ts';
import type { Chip } from '../../src/core/evidence/chips.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { LeakedGoroutines } from '../../src/protocol.ts';
import { withCode } from './aboutSource.ts';
import { foldButton } from './foldButton.ts';
import { placeName } from './sourceLink.ts';

/** What the summary can ask for. */
export interface HeadlineActions {
  go(place: Place): void;
  fold(): void;
  showLeaks(): void;
}

/** What grew and where, readable in three seconds: a line, and when it is open all of it. */
export function headline(
  { notices }: DiffInfo,
  leaked: LeakedGoroutines | null,
  { direction, figure, context, sentence, chips }: Headline,
  open: boolean,
  actions: HeadlineActions,
): TemplateResult {
  const against = shown(context, longestSentence);
  const [compared = '', ...howFast] = against.split(' · ');
  return html`<section class=${open ? 'headline' : 'headline folded'} aria-label=${l10n.t`Summary`}>
    <div class="line">
      ${foldButton(l10n.t`All of the summary`, open, actions.fold)}
      <h1 class=${`figure ${direction}`}>${figure}</h1>
      <p class="where"><span class="sentence">${sentence.map(piece => pieceView(piece, actions.go))}</span></p>
      <div class="against">
        <span class="context" title=${against}
          ><span class="compared">${compared}</span>${howFast.length === 0 ? nothing : html`<span class="between"> · </span>`}<span class="how-fast">${howFast.join(' · ')}</span></span
        >
        ${chips.length === 0 ? nothing : html`<span class="chips">${chips.map(chip)}</span>`}
      </div>
    </div>
    ${notices.slice(0, open ? undefined : 1).map(({ text }) => notice(shown(text, longestSentence), open ? 0 : notices.length - 1))}
    ${leaked === null ? nothing : leakedLine(leaked, actions.showLeaks)}
  </section>`;
}

/** What was captured beside the heaps of goroutines that hold memory for ever, and the way to where they wait. */
function leakedLine({ text, canCompare }: LeakedGoroutines, show: () => void): TemplateResult {
  return html`<p class="notice leaked">
    <span class="said" title=${text}>${text}</span>
    ${canCompare ? html`<button class="link" @click=${show}>${l10n.t`Show where they wait`}</button>` : nothing}
  </p>`;
}

/** What should be known before the numbers are believed; `more` of the kind are folded away. */
function notice(text: string, more: number): TemplateResult {
  return html`<p class="notice">
    <span class="said" title=${text}>${withCode(text)}</span>
    ${more === 0 ? nothing : html`<span class="rest">${l10n.t`and ${more} more`}</span>`}
  </p>`;
}

/** Longer texts give way where there is no room for all; the title has all of it. */
const longChip = 32;

function chip({ text, why }: Chip): TemplateResult {
  return html`<span class=${text.length > longChip ? 'chip long' : 'chip'} title=${`${text}. ${why}`}>${text}</span>`;
}

function pieceView(piece: Piece, go: (place: Place) => void): TemplateResult | string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return html`<strong>${piece.strong}</strong>`;
  return placeName(piece.place, go);
}
