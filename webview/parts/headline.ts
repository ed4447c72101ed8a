import { html, nothing, type TemplateResult } from 'lit-html';
import type { DiffInfo } from '../../src/core/answers/diffInfo.ts';
import type { Chip, Headline, Piece } from '../../src/core/answers/headline.ts';
import { localName, shortName } from '../../src/core/displayName.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, type Shown, shown, shownName } from '../../src/core/shown.ts';
import { sourceLink } from './sourceLink.ts';

/** What grew and where, readable in three seconds. */
export function headline(
  diff: DiffInfo,
  { direction, figure, context, sentence, chips }: Headline,
  go: (place: Place) => void,
): TemplateResult {
  return html`<section class="headline" aria-label="Summary">
    <h1 class=${direction}>
      <span class="figure">${figure}</span> <span class="context">${shown(context, longestSentence)}</span>
    </h1>
    <div class="where">
      <span class="sentence">${sentence.map(piece => pieceView(piece, go))}</span>
      ${chips.length === 0 ? nothing : html`<span class="chips">${chips.map(chip)}</span>`}
    </div>
    ${diff.notices.map(({ text }) => html`<p class="notice">${shown(text, longestSentence)}</p>`)}
  </section>`;
}

/** Longer texts give way where there is no room for all; the title has all of it. */
const longChip = 32;

function chip({ text, why }: Chip): TemplateResult {
  return html`<span class=${text.length > longChip ? 'chip long' : 'chip'} title=${`${text}. ${why}`}>${text}</span>`;
}

function pieceView(piece: Piece, go: (place: Place) => void): TemplateResult | string {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return html`<strong>${piece.strong}</strong>`;
  const { place } = piece;
  const link = place.file === '' ? nothing : html` ${sourceLink(place, go)}`;
  return html`<strong class="name" title=${shownName(place.name)}>${siteName(place.name)}</strong>${link}`;
}

/** Methods need no package to be known by; a plain function does. */
function siteName(name: string): Shown {
  const local = localName(name);
  return local.startsWith('(') ? local : shortName(name);
}
