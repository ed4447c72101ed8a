import { html, nothing, type TemplateResult } from 'lit-html';
import type { Suspect } from '../../src/core/answers/requests.ts';
import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import { shortName } from '../../src/core/displayName.ts';
import { formatDelta, formatPercent, formatRetained, formatValue } from '../../src/core/format.ts';
import type { Place } from '../../src/core/names/place.ts';
import type { ValueWords } from '../../src/core/pair/valueWords.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import type { KnownMark } from '../../src/protocol.ts';
import type { Loaded } from '../state/appState.ts';
import { shareBar } from './shareBar.ts';
import { sourceLink } from './sourceLink.ts';

/** What the list of suspects can ask for. */
export interface SuspectActions {
  go(place: Place): void;
  showInGraph(frame: Place): void;
  rankBy(by: SitesBy): void;
  mark(site: Place, as: KnownMark): void;
  /** Whether it is one that is searched for. */
  isLit(site: Suspect): boolean;
}

/** Sites, or the reader's own code, ranked as probable leaks. `words` say what a site is. */
export function suspects(
  loaded: Loaded<readonly Suspect[]>,
  by: SitesBy,
  words: ValueWords,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  const rankings: readonly (readonly [by: SitesBy, text: string])[] = [
    ['site', words.bySite],
    ['own', 'By your own code'],
  ];
  return html`<div class="ranking" role="group" aria-label="Rank">
      ${rankings.map(
        ([each, text]) => html`<button
          class="link"
          aria-pressed=${each === by ? 'true' : 'false'}
          @click=${() => actions.rankBy(each)}
        >${text}</button>`,
      )}
    </div>
    ${ranked(loaded, by, words, unit, actions)}`;
}

function ranked(
  loaded: Loaded<readonly Suspect[]>,
  by: SitesBy,
  words: ValueWords,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  switch (loaded.kind) {
    case 'nothing':
    case 'loading':
      return html`<p class="empty" role="status">Ranking what grew…</p>`;
    case 'refused':
      return html`<p class="empty" role="alert">${shown(loaded.problem.message, longestSentence)}</p>`;
    case 'ready':
      return loaded.value.length === 0
        ? html`<p class="empty">${by === 'site' ? words.noneGrew : 'None of your own code grew beyond sampling noise.'}</p>`
        : html`<ol class="list" aria-label="Suspects">${loaded.value.map((site, i) => suspect(site, i + 1, by, unit, actions))}</ol>`;
  }
}

function suspect(
  site: Suspect,
  rank: number,
  by: SitesBy,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  const { flat, objects, evidence, retained, share, recognised } = site;
  const isAside = recognised !== null && recognised.fixed === null;
  const facts = [
    flat.base === 0 ? 'new' : `${formatValue(flat.base, unit)} → ${formatValue(flat.current, unit)}`,
    ...(objects === null ? [] : [`${formatDelta(objects.current - objects.base, 'count')} objects`]),
    ...(retained === null ? [] : [formatRetained(retained, true)]),
    ...(evidence === null ? [] : [`± ${formatValue(evidence.standardError, unit)} sampling noise`]),
  ];
  return html`<li class=${`entry${isAside ? ' aside' : ''}${actions.isLit(site) ? ' lit' : ''}`}>
    <span class="rank" aria-hidden="true">${isAside ? '–' : rank}</span>
    <span class="amount">▲ ${formatDelta(site.net, unit)}</span>
    <span class="part">${formatPercent(share)} of growth</span>
    ${shareBar(share)}
    <span class="who">
      ${placeView(site, actions)}
      ${site.own === null ? nothing : html`<span class="beside">called from your ${placeView(site.own, actions)}</span>`}
      ${site.via === null ? nothing : html`<span class="beside">mostly in ${placeView(site.via, actions)}</span>`}
      <span class="facts">${facts.join(' · ')}</span>
      ${by === 'site' ? known(site, actions) : nothing}
    </span>
  </li>`;
}

/** What the team's file says of a site, and what can be said. */
function known(site: Suspect, { mark }: SuspectActions): TemplateResult {
  const { recognised } = site;
  const link = (text: string, as: KnownMark): TemplateResult =>
    html` <button class="link" aria-label=${`${text} ${shownName(site.name)}`} @click=${() => mark(site, as)}>${text}</button>`;
  if (recognised === null) return html`<span class="known">${link('Known leak…', 'known')}</span>`;
  const { because, fixed } = recognised;
  if (fixed !== null) {
    return html`<span class="known"><strong class="back">is back</strong> after it was fixed: ${shown(fixed, longestReason)}
      ${link('Known leak…', 'known')} ${link('Forget', 'unknown')}</span>`;
  }
  return html`<span class="known">set aside as a known leak${because === '' ? '' : `: ${shown(because, longestReason)}`}
    ${link('Fixed…', 'fixed')} ${link('Count again', 'unknown')}</span>`;
}

/** What a team writes beside a leak may be of any length. */
const longestReason = 200;

function placeView(place: Place, actions: SuspectActions): TemplateResult {
  return html`<button class="name" title=${`Show ${shownName(place.name)} in the flame graph`} @click=${() => actions.showInGraph(place)}
      >${shortName(place.name)}</button>
    ${place.file === '' ? nothing : sourceLink(place, actions.go)}`;
}
