import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { siteName } from '../../src/core/displayName.ts';
import { formatCount, formatPercent } from '../../src/core/format.ts';
import type { FanOut } from '../../src/core/measures/fanOut.ts';
import type { Place } from '../../src/core/names/place.ts';
import { shownName } from '../../src/core/shown.ts';

/** So many names have room beside the code; of more, only the first and the last two are shown there. */
const mostBeside = 4;

/** So many characters of names have room in a panel that is neither wide nor beside the code. */
const mostCharacters = 76;

/** The reader's own code on the way that most of the growth has in common. One function is no way. */
export function fanOut(way: FanOut | null, choose: (frame: Place) => void): TemplateResult | typeof nothing {
  if (way === null || way.own.length < 2) return nothing;
  const { share, own, leftOut } = way;
  const middle = fitting(own);
  const beside = own.length > mostBeside ? ends(own, 2) : middle;
  const step = (place: Place): TemplateResult =>
    html`<li class="${middle.includes(place) ? '' : 'only-wide'} ${beside.includes(place) ? '' : 'not-beside'}"><button class="link" title=${l10n.t`Select ${shownName(place.name)} in the flame graph`} @click=${() => choose(place)}>${siteName(place.name)}</button></li>`;
  const left = (room: string, some: readonly Place[]): TemplateResult | typeof nothing => {
    const count = leftOut + own.length - some.length;
    return count === 0
      ? nothing
      : html`<li class="left-out ${room}" title=${l10n.t`Own functions in between`}>${l10n.t`… ${formatCount(count)} more`}</li>`;
  };
  return html`<nav class="fan-out" aria-label=${l10n.t`Way of the growth`}>
    <span title=${l10n.t`From the root down, as long as the largest callee keeps 70 % of the increase.`}
      >${l10n.t`${formatPercent(share)} of the increase goes through`}</span>
    <ol>${own.slice(0, 1).map(step)}${left('where-wide', own)}${left('where-middle', middle)}${left('where-beside', beside)}${own.slice(1).map(step)}</ol>
  </nav>`;
}

/** The first and as many of the last as have room, at least two: names that are cut tell little. */
function fitting(own: readonly Place[]): readonly Place[] {
  let last = own.length - 1;
  const length = (): number => ends(own, last).reduce((sum, { name }) => sum + siteName(name).length, 0);
  while (last > 2 && length() > mostCharacters) last -= 1;
  return ends(own, last);
}

/** The first and so many of the last. */
function ends(own: readonly Place[], last: number): readonly Place[] {
  return [...own.slice(0, 1), ...own.slice(1).slice(-last)];
}
