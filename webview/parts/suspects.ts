import { html, nothing, type TemplateResult } from 'lit-html';
import type { Site } from '../../src/core/answers/sites.ts';
import { shortName } from '../../src/core/displayName.ts';
import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import type { Place } from '../../src/core/names/place.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import type { Loaded } from '../state/appState.ts';
import { retainedPhrase } from '../state/headlineFacts.ts';
import { shareBar } from './shareBar.ts';
import { sourceLink } from './sourceLink.ts';

/** What the list of suspects can ask for. */
export interface SuspectActions {
  go(place: Place): void;
  showInGraph(frame: Place): void;
}

/** Allocation sites ranked as probable leaks. */
export function suspects(
  loaded: Loaded<readonly Site[]>,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  switch (loaded.kind) {
    case 'nothing':
    case 'loading':
      return html`<p class="empty" role="status">Ranking the allocation sites…</p>`;
    case 'refused':
      return html`<p class="empty" role="alert">${shown(loaded.message, longestSentence)}</p>`;
    case 'ready':
      return loaded.value.length === 0
        ? html`<p class="empty">No allocation site grew beyond sampling noise.</p>`
        : html`<ol class="list" aria-label="Suspects">${loaded.value.map((site, i) => suspect(site, i + 1, unit, actions))}</ol>`;
  }
}

function suspect(site: Site, rank: number, unit: string, actions: SuspectActions): TemplateResult {
  const { flat, objects, evidence, retained, share } = site;
  const facts = [
    flat.base === 0 ? 'new' : `${formatValue(flat.base, unit)} → ${formatValue(flat.current, unit)}`,
    ...(objects === null ? [] : [`${formatDelta(objects.current - objects.base, 'count')} objects`]),
    ...(retained === null ? [] : [retainedPhrase(retained, true)]),
    ...(evidence === null ? [] : [`± ${formatValue(evidence.standardError, unit)} sampling noise`]),
  ];
  return html`<li class="entry">
    <span class="rank" aria-hidden="true">${rank}</span>
    <span class="amount">▲ ${formatDelta(flat.current - flat.base, unit)}</span>
    <span class="part">${formatPercent(share)} of growth</span>
    ${shareBar(share)}
    <span class="who">
      <button class="name" title=${`Show ${shownName(site.name)} in the flame graph`} @click=${() => actions.showInGraph(site)}
        >${shortName(site.name)}</button>
      ${site.file === '' ? nothing : sourceLink(site, actions.go)}
      <span class="facts">${facts.join(' · ')}</span>
    </span>
  </li>`;
}
