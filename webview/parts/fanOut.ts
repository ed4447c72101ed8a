import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { formatCount, formatPercent } from '../../src/core/format.ts';
import type { FanOut } from '../../src/core/measures/fanOut.ts';
import type { Place } from '../../src/core/names/place.ts';
import { shownName } from '../../src/core/shown.ts';
import { siteName } from './sourceLink.ts';

/** So many names have room beside the code; of more, only the first and the last two are shown there. */
const mostBeside = 4;

/** The reader's own code on the way that most of the growth has in common. One function is no way. */
export function fanOut(way: FanOut | null, choose: (frame: Place) => void): TemplateResult | typeof nothing {
  if (way === null || way.own.length < 2) return nothing;
  const { share, own, leftOut } = way;
  const hidden = own.length > mostBeside ? own.slice(1, -2) : [];
  const step = (place: Place): TemplateResult =>
    html`<li class=${hidden.includes(place) ? 'hidden-beside' : ''}><button class="link" title=${l10n.t`Select ${shownName(place.name)} in the flame graph`} @click=${() => choose(place)}>${siteName(place.name)}</button></li>`;
  const left = (count: number, shown: string): TemplateResult | typeof nothing =>
    count === 0
      ? nothing
      : html`<li class="left-out ${shown}" title=${l10n.t`Own functions in between`}>${l10n.t`… ${formatCount(count)} more`}</li>`;
  const leftOutOf =
    hidden.length === 0
      ? left(leftOut, '')
      : [left(leftOut, 'hidden-beside'), left(leftOut + hidden.length, 'only-beside')];
  return html`<nav class="fan-out" aria-label=${l10n.t`Way of the growth`}>
    <span title=${l10n.t`From the root down, as long as the largest callee keeps 70 % of the increase.`}
      >${l10n.t`${formatPercent(share)} of the increase goes through`}</span>
    <ol>${own.slice(0, 1).map(step)}${leftOutOf}${own.slice(1).map(step)}</ol>
  </nav>`;
}
