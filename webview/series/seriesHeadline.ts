import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { assertNever } from '../../src/core/assertNever.ts';
import { filled } from '../../src/core/filled.ts';
import { formatDelta } from '../../src/core/format.ts';
import type { Place } from '../../src/core/names/place.ts';
import { formatRate } from '../../src/core/series/rate.ts';
import type { SeriesSite, Verdict, VerdictKind } from '../../src/core/series/series.ts';
import { longestSentence, shown } from '../../src/core/shown.ts';
import type { ShownSeries } from '../../src/seriesProtocol.ts';
import { placeName } from '../parts/sourceLink.ts';
import { captureCount } from './captureTimes.ts';
import { placeOf } from './seriesActions.ts';

/** A verdict in a word or two. */
function kindText(kind: VerdictKind): string {
  switch (kind) {
    case 'staircase':
      return l10n.t`Staircase`;
    case 'followsTraffic':
      return l10n.t`Follows traffic`;
    case 'oneStep':
      return l10n.t`One step`;
    case 'flat':
      return l10n.t`Flat`;
    case 'cannotSay':
      return l10n.t`Cannot say`;
    default:
      return assertNever(kind);
  }
}

/** What the series comes to, and where it grew most, readable in three seconds. */
export function seriesHeadline(answer: ShownSeries, go: (place: Place) => void): TemplateResult {
  const { verdict, sampleType, captures } = answer;
  const { word, rest } = splitVerdict(verdict);
  const context = [sureRate(verdict, sampleType.unit), shown(sampleType.type), captureCount(captures)];
  return html`<section class="headline" aria-label=${l10n.t`Summary`}>
    <h1>
      <span class="figure">${word}</span> <span class="context">${context.filter(text => text !== '').join(' · ')}</span>
    </h1>
    <div class="where"><span class="sentence">${shown(rest, longestSentence)}</span></div>
    ${grewMost(answer, go)} ${goesOn(answer, go)}
  </section>`;
}

/** The line to look at first. Growth that cannot be told from chance leads nowhere. */
function grewMost(
  { sites: [site], setAside, verdict, sampleType: { unit } }: ShownSeries,
  go: (place: Place) => void,
): TemplateResult | typeof nothing {
  if (site === undefined || site.verdict.kind === 'flat') return nothing;
  const message =
    setAside.length === 0
      ? l10n.t('Grew most: {0}, {1}.')
      : l10n.t('Grew most beside known leaks: {0}, {1}.');
  return html`<p class="where grew-most">${filled<TemplateResult | string>(message, whereText(site, go), shareText(site.verdict.seen.change, verdict.seen.change, unit))}</p>`;
}

/** What rises on and on, where another site grew most and no longer does: a first capture's own memory, a cache that is full. */
function goesOn(
  { sites, sampleType: { unit } }: ShownSeries,
  go: (place: Place) => void,
): TemplateResult | typeof nothing {
  const rising = sites.find(({ verdict }) => verdict.kind === 'staircase');
  if (rising === undefined || rising === sites[0]) return nothing;
  return html`<p class="where goes-on">${filled<TemplateResult | string>(l10n.t('Goes on growing: {0}, {1}.'), whereText(rising, go), formatDelta(rising.verdict.seen.change, unit))}</p>`;
}

/** A site, and the reader's own code that leads there. */
function whereText(site: SeriesSite, go: (place: Place) => void): TemplateResult {
  const { calledFrom } = site;
  const caller = calledFrom && filled(l10n.t('called from your {0}'), placeName(calledFrom, go));
  return html`${placeName(placeOf(site), go)}${caller === null ? nothing : html`, ${caller}`}`;
}

/** Of a whole that grew less, since others shrank, it is no share. */
function shareText(change: number, whole: number, unit: string): string {
  const grown = formatDelta(change, unit);
  return change > whole ? grown : l10n.t`${grown} of ${formatDelta(whole, unit)}`;
}

/** Empty for a rate that may be none, which is none to begin with. */
function sureRate({ perHour, seen }: Verdict, unit: string): string {
  const isSure = perHour !== null && (perHour.low > 0 || perHour.high < 0);
  return isSure ? formatRate(perHour, seen.milliseconds, unit).replace(/ \(.*/, '') : '';
}

/** `Staircase: it …` as its word, which may be finer than the kind, and the rest. */
export function splitVerdict({ kind, sentence }: Pick<Verdict, 'kind' | 'sentence'>): {
  readonly word: string;
  readonly rest: string;
} {
  const [, word = kindText(kind), rest = sentence] = /^([\p{L} ]{2,24})[:：] ?(.*)$/su.exec(sentence) ?? [];
  return { word, rest: rest.slice(0, 1).toUpperCase() + rest.slice(1) };
}
