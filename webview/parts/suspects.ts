import { html, nothing, type TemplateResult } from 'lit-html';
import type { Site } from '../../src/core/answers/sites.ts';
import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import { shortName } from '../../src/core/displayName.ts';
import { formatDelta, formatPercent, formatRetained, formatValue } from '../../src/core/format.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import type { Loaded } from '../state/appState.ts';
import { shareBar } from './shareBar.ts';
import { sourceLink } from './sourceLink.ts';

/** What the list of suspects can ask for. */
export interface SuspectActions {
  go(place: Place): void;
  showInGraph(frame: Place): void;
  rankBy(by: SitesBy): void;
}

/** Sites, or the reader's own code, ranked as probable leaks. `site` says what a site is. */
export function suspects(
  loaded: Loaded<readonly Site[]>,
  by: SitesBy,
  site: string,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  const rankings: readonly (readonly [by: SitesBy, text: string])[] = [
    ['site', `By ${site}`],
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
    ${ranked(loaded, by, site, unit, actions)}`;
}

function ranked(
  loaded: Loaded<readonly Site[]>,
  by: SitesBy,
  site: string,
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
        ? html`<p class="empty">${by === 'site' ? `No ${site}` : 'None of your own code'} grew beyond sampling noise.</p>`
        : html`<ol class="list" aria-label="Suspects">${loaded.value.map((site, i) => suspect(site, i + 1, unit, actions))}</ol>`;
  }
}

function suspect(site: Site, rank: number, unit: string, actions: SuspectActions): TemplateResult {
  const { flat, objects, evidence, retained, share } = site;
  const facts = [
    flat.base === 0 ? 'new' : `${formatValue(flat.base, unit)} → ${formatValue(flat.current, unit)}`,
    ...(objects === null ? [] : [`${formatDelta(objects.current - objects.base, 'count')} objects`]),
    ...(retained === null ? [] : [formatRetained(retained, true)]),
    ...(evidence === null ? [] : [`± ${formatValue(evidence.standardError, unit)} sampling noise`]),
  ];
  return html`<li class="entry">
    <span class="rank" aria-hidden="true">${rank}</span>
    <span class="amount">▲ ${formatDelta(site.net, unit)}</span>
    <span class="part">${formatPercent(share)} of growth</span>
    ${shareBar(share)}
    <span class="who">
      ${placeView(site, actions)}
      ${site.own === null ? nothing : html`<span class="beside">called from your ${placeView(site.own, actions)}</span>`}
      ${site.via === null ? nothing : html`<span class="beside">mostly in ${placeView(site.via, actions)}</span>`}
      <span class="facts">${facts.join(' · ')}</span>
    </span>
  </li>`;
}

function placeView(place: Place, actions: SuspectActions): TemplateResult {
  return html`<button class="name" title=${`Show ${shownName(place.name)} in the flame graph`} @click=${() => actions.showInGraph(place)}
      >${shortName(place.name)}</button>
    ${place.file === '' ? nothing : sourceLink(place, actions.go)}`;
}
