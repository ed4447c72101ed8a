import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { shortName } from '../../src/core/displayName.ts';
import { filled } from '../../src/core/filled.ts';
import { formatValue, unbroken } from '../../src/core/format.ts';
import type { Place } from '../../src/core/names/place.ts';
import { formatRate } from '../../src/core/series/rate.ts';
import type { SeriesSite } from '../../src/core/series/series.ts';
import { longestSentence, shown, shownName } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { sourceLink } from '../parts/sourceLink.ts';
import { placeOf } from './seriesActions.ts';
import { splitVerdict } from './seriesHeadline.ts';
import { sparkLine } from './sparkLine.ts';

/** What the table of sites can ask for. */
export interface SiteActions {
  open(place: Place, how: 'reveal' | 'go'): void;
  showInDiff(site: SeriesSite): void;
  showAll(): void;
}

/** Sites with a trend before there is a button for the others. */
const firstSites = 10;
/** A click waits this long for a second one, which means something else. Milliseconds. */
const doubleClick = 250;

/** The sites that grew, with how, how fast, and where. */
export function siteTable(
  answer: ShownSeries,
  title: string,
  all: boolean,
  actions: SiteActions,
): TemplateResult {
  const { sites } = answer;
  const telling = sites.filter(({ verdict }) => verdict.kind !== 'flat').slice(0, firstSites);
  const listed = all ? sites : telling;
  const more =
    sites.length === 1
      ? l10n.t('Show 1 site, which has no trend')
      : l10n.t`Show all ${sites.length} sites, those without a trend too`;
  return html`<section class="part" aria-label=${title}>
    <h2>${title}</h2>
    ${
      listed.length === 0
        ? html`<p class="empty">${l10n.t`No allocation site grew so that it could be told from chance.`}</p>`
        : html`<ol class="list series-sites" aria-label=${title}>${listed.map(site => siteView(site, answer, actions))}</ol>`
    }
    ${
      listed.length === sites.length
        ? nothing
        : html`<button class="link more-sites" @click=${actions.showAll}>${more}</button>`
    }
  </section>`;
}

function siteView(
  site: SeriesSite,
  { sampleType: { unit }, judged: { from, to } }: ShownSeries,
  actions: SiteActions,
): TemplateResult {
  const { name, calledFrom, values, verdict } = site;
  const place = placeOf(site);
  const { word, rest } = splitVerdict(verdict);
  const ends = `${formatValue(values[from] ?? 0, unit)} → ${formatValue(values[to - 1] ?? 0, unit)}`;
  return html`<li class="entry site">
    ${sparkLine(values)}
    <span class="amount">${ends}</span>
    <span class="rate">${verdict.perHour === null ? '–' : unbroken(formatRate(verdict.perHour, verdict.seen.milliseconds, unit))}</span>
    <span class="kind">${word}</span>
    <span class="who">
      <button
        class="name"
        title=${`${shownName(name)}\n${l10n.t`Click shows its line, a double click its frame in the diff of captures ${from + 1} and ${to}`}`}
        @click=${(event: MouseEvent) => onceOrTwice(event, () => actions.open(place, 'reveal'))}
        @dblclick=${() => actions.showInDiff(site)}
      >${shortName(name)}</button>
      ${sourceLink(place, each => actions.open(each, 'go'))}
      <button class="link" aria-label=${l10n.t`Show ${shortName(name)} in the diff of captures ${from + 1} and ${to}`} @click=${() => actions.showInDiff(site)}>${l10n.t`in the diff`}</button>
      ${calledFrom === null ? nothing : html`<span class="beside">${filled(l10n.t('called from your {0}'), ownView(calledFrom, actions))}</span>`}
      <span class="facts">${shown(rest, longestSentence)}</span>
    </span>
  </li>`;
}

/** The reader's own line, which is what can be changed. */
function ownView(place: Place, actions: SiteActions): TemplateResult {
  const link = place.file === '' ? nothing : html` ${sourceLink(place, each => actions.open(each, 'go'))}`;
  return html`<button class="name" title=${shownName(place.name)} @click=${() => actions.open(place, 'reveal')}>${shortName(place.name)}</button>${link}`;
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Runs what one click means, unless it is the first of two. A key's click is never one of two. */
function onceOrTwice({ detail }: MouseEvent, run: () => void): void {
  clearTimeout(waiting);
  if (detail === 0) run();
  else if (detail === 1) waiting = setTimeout(run, doubleClick);
}
