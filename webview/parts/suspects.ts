import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Suspect } from '../../src/core/answers/requests.ts';
import type { SitesBy } from '../../src/core/answers/sitesBy.ts';
import { assertNever } from '../../src/core/assertNever.ts';
import { shortName } from '../../src/core/displayName.ts';
import { filled } from '../../src/core/filled.ts';
import { formatDelta, formatObjects, formatPercent, formatValue, unbroken } from '../../src/core/format.ts';
import { isAside } from '../../src/core/known/aside.ts';
import { formatRetained } from '../../src/core/measures/retainedText.ts';
import type { Place } from '../../src/core/names/place.ts';
import type { ValueWords } from '../../src/core/pair/valueWords.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import type { AboutSource, KnownMark } from '../../src/protocol.ts';
import { dropdown } from '../controls.ts';
import type { AppState } from '../state/appState.ts';
import { aboutOf, averageObject, inOrder, type SuspectsOrder, suspectsOrders } from '../state/suspectList.ts';
import { aboutSource } from './aboutSource.ts';
import { shareBar } from './shareBar.ts';
import { sourceLink } from './sourceLink.ts';

/** What the list of suspects can ask for. */
export interface SuspectActions {
  go(place: Place): void;
  showInGraph(frame: Place): void;
  rankBy(by: SitesBy): void;
  putInOrder(order: SuspectsOrder): void;
  mark(site: Place, as: KnownMark): void;
  /** Whether it is one that is searched for. */
  isLit(site: Suspect): boolean;
}

/** The list as it is asked for. */
type AskedSuspects = Pick<AppState, 'suspects' | 'suspectsBy' | 'suspectsOrder' | 'aboutSites'>;

/** Sites, or the reader's own code, ranked as probable leaks. `words` say what a site is. */
export function suspects(
  asked: AskedSuspects,
  words: ValueWords,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  const { suspectsBy: by, suspectsOrder: order } = asked;
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
      ${dropdown({
        label: l10n.t`Order`,
        closed: text => l10n.t`Order: ${text}`,
        value: order,
        choices: suspectsOrders
          .filter(each => each !== 'average' || unit === 'bytes')
          .map(value => ({ value, text: orderName(value), title: orderMeaning(value) })),
        onChange: actions.putInOrder,
      })}
    </div>
    ${ranked(asked, words, unit, actions)}`;
}

function orderName(order: SuspectsOrder): string {
  switch (order) {
    case 'suspect':
      return l10n.t`most suspect`;
    case 'growth':
      return l10n.t`growth`;
    case 'retained':
      return l10n.t`retained share`;
    case 'objects':
      return l10n.t`objects`;
    case 'average':
      return l10n.t`average object`;
    default:
      return assertNever(order);
  }
}

function orderMeaning(order: SuspectsOrder): string {
  switch (order) {
    case 'suspect':
      return l10n.t`Growth × the share of what was allocated that is still there`;
    case 'growth':
      return l10n.t`How much more there is than in the base`;
    case 'retained':
      return l10n.t`The share of what was allocated between the captures that is still there`;
    case 'objects':
      return l10n.t`How many more objects there are than in the base`;
    case 'average':
      return l10n.t`How large an object is on average in the current profile`;
    default:
      return assertNever(order);
  }
}

function ranked(
  { suspects: loaded, suspectsBy: by, suspectsOrder: order, aboutSites: known }: AskedSuspects,
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
        : html`<ol class="list suspects" aria-label=${l10n.t`Suspects`} aria-busy=${loaded.renewing === true ? 'true' : 'false'}>${inOrder(loaded.value, order).map((site, i) => suspect(site, aboutOf(known, site), i + 1, by, unit, actions))}</ol>`;
  }
}

function suspect(
  site: Suspect,
  about: AboutSource | null,
  rank: number,
  by: SitesBy,
  unit: string,
  actions: SuspectActions,
): TemplateResult {
  const { flat, objects, evidence, retained, share } = site;
  const average = averageObject(site);
  const aside = isAside(site);
  const facts = [
    flat.base === 0 ? l10n.t`new` : `${formatValue(flat.base, unit)} → ${formatValue(flat.current, unit)}`,
    ...(objects === null ? [] : [formatObjects(objects.current - objects.base)]),
    ...(average > 0 && unit === 'bytes' ? [l10n.t`average object ${formatValue(average, unit)}`] : []),
    ...(retained === null ? [] : [formatRetained(retained, true)]),
    ...(evidence === null ? [] : [l10n.t`± ${formatValue(evidence.standardError, unit)} sampling noise`]),
  ];
  return html`<li class=${`entry${aside ? ' aside' : ''}${actions.isLit(site) ? ' lit' : ''}`}>
    <span class="rank" aria-hidden="true">${aside ? '–' : rank}</span>
    <span class="amount">▲ ${formatDelta(site.net, unit)}</span>
    <span class="part">${l10n.t`${formatPercent(share)} of growth`}</span>
    ${shareBar(share)}
    <span class="who">
      ${placeView(site, actions)}
      ${site.own === null ? nothing : html`<span class="beside">${filled(l10n.t('called from your {0}'), placeView(site.own, actions))}</span>`}
      ${site.via === null ? nothing : html`<span class="beside">${filled(l10n.t('mostly in {0}'), placeView(site.via, actions))}</span>`}
      ${site.askers.map(each => html`<span class="beside">${filled(l10n.t('connections are asked for in your {0}'), placeView(each, actions))}</span>`)}
      <span class="facts">${unbroken(facts.join(' · '))}</span>
      ${by === 'site' ? known(site, actions) : nothing}
      ${about === null ? nothing : aboutSource(about, null)}
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
    ${sourceLink(place, actions.go)}`;
}
