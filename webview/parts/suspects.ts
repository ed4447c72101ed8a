import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Suspect } from '../../src/core/answers/requests.ts';
import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import { shortName } from '../../src/core/displayName.ts';
import { filled } from '../../src/core/filled.ts';
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
    ['own', l10n.t`By your own code`],
  ];
  return html`<div class="ranking" role="group" aria-label=${l10n.t`Rank`}>
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
      return html`<p class="empty" role="status">${l10n.t`Ranking what grew…`}</p>`;
    case 'refused':
      return html`<p class="empty" role="alert">${shown(loaded.problem.message, longestSentence)}</p>`;
    case 'ready':
      return loaded.value.length === 0
        ? html`<p class="empty">${by === 'site' ? words.noneGrew : l10n.t`None of your own code grew beyond sampling noise.`}</p>`
        : html`<ol class="list suspects" aria-label=${l10n.t`Suspects`}>${loaded.value.map((site, i) => suspect(site, i + 1, by, unit, actions))}</ol>`;
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
    flat.base === 0 ? l10n.t`new` : `${formatValue(flat.base, unit)} → ${formatValue(flat.current, unit)}`,
    ...(objects === null ? [] : [l10n.t`${formatDelta(objects.current - objects.base, 'count')} objects`]),
    ...(retained === null ? [] : [formatRetained(retained, true)]),
    ...(evidence === null ? [] : [l10n.t`± ${formatValue(evidence.standardError, unit)} sampling noise`]),
  ];
  return html`<li class=${`entry${isAside ? ' aside' : ''}${actions.isLit(site) ? ' lit' : ''}`}>
    <span class="rank" aria-hidden="true">${isAside ? '–' : rank}</span>
    <span class="amount">▲ ${formatDelta(site.net, unit)}</span>
    <span class="part">${l10n.t`${formatPercent(share)} of growth`}</span>
    ${shareBar(share)}
    <span class="who">
      ${placeView(site, actions)}
      ${site.own === null ? nothing : html`<span class="beside">${filled(l10n.t('called from your {0}'), placeView(site.own, actions))}</span>`}
      ${site.via === null ? nothing : html`<span class="beside">${filled(l10n.t('mostly in {0}'), placeView(site.via, actions))}</span>`}
      <span class="facts">${facts.join(' · ')}</span>
      ${by === 'site' ? known(site, actions) : nothing}
    </span>
  </li>`;
}

/** What the team's file says of a site, and what can be said. */
function known(site: Suspect, { mark }: SuspectActions): TemplateResult {
  const { recognised } = site;
  const name = shownName(site.name);
  const link = (text: string, label: string, as: KnownMark): TemplateResult =>
    html` <button class="link" aria-label=${label} @click=${() => mark(site, as)}>${text}</button>`;
  const setAside = link(l10n.t`Known leak…`, l10n.t`Known leak… ${name}`, 'known');
  if (recognised === null) return html`<span class="known">${setAside}</span>`;
  const { because, fixed } = recognised;
  if (fixed !== null) {
    const isBack = html`<strong class="back">${l10n.t`is back`}</strong>`;
    const since = shown(fixed, longestReason);
    return html`<span class="known">${filled<string | TemplateResult>(l10n.t('{0} after it was fixed: {1}'), isBack, since)}
      ${setAside} ${link(l10n.t`Forget`, l10n.t`Forget ${name}`, 'unknown')}</span>`;
  }
  const text =
    because === ''
      ? l10n.t`set aside as a known leak`
      : l10n.t`set aside as a known leak: ${shown(because, longestReason)}`;
  return html`<span class="known">${text}
    ${link(l10n.t`Fixed…`, l10n.t`Fixed… ${name}`, 'fixed')} ${link(l10n.t`Count again`, l10n.t`Count again ${name}`, 'unknown')}</span>`;
}

/** What a team writes beside a leak may be of any length. */
const longestReason = 200;

function placeView(place: Place, actions: SuspectActions): TemplateResult {
  return html`<button class="name" title=${l10n.t`Show ${shownName(place.name)} in the flame graph`} @click=${() => actions.showInGraph(place)}
      >${shortName(place.name)}</button>
    ${place.file === '' ? nothing : sourceLink(place, actions.go)}`;
}
