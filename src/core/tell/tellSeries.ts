import * as l10n from '@vscode/l10n';
import { formatCount, formatDelta, formatPercent, formatValue } from '../format.ts';
import { barePlace } from '../names/place.ts';
import { captureTime } from '../pair/captureTime.ts';
import { codeSpan } from '../report/codeSpan.ts';
import { escaped } from '../report/escaped.ts';
import type { SeriesAnswer, SeriesSite, Verdict } from '../series/series.ts';
import { shown } from '../shown.ts';
import { gapData, gapSection } from './gapParts.ts';
import { cutName, type NextCall, nameSpan, nextLines, type Section, type Told, written } from './told.ts';
import { asProfiled, type FoundPlace, placeData, placeText } from './toldPlace.ts';

/** A site of a series with its place in source. */
export interface FoundSeriesSite {
  readonly site: SeriesSite;
  readonly at: FoundPlace;
  /** The own line that calls it. */
  readonly own: FoundPlace | null;
}

/** Values of captures that are told; of more the first, some between and the last. */
const mostValues = 12;
const mostAside = 5;
/** Of a sentence that has strangers' names in it. */
export const longestSentence = 400;

/** What became of a heap over time. `sites` are those that are told. */
export function tellSeries(answer: SeriesAnswer, sites: readonly FoundSeriesSite[]): Told {
  const next = nextCalls(answer, sites);
  return {
    markdown: written([...seriesSections(answer, sites), { keep: 3, lines: nextLines(next) }]),
    data: { ...seriesData(answer, sites), next },
  };
}

/** A series in sections: the verdict first, where it grew before each capture. */
export function seriesSections(answer: SeriesAnswer, sites: readonly FoundSeriesSite[]): readonly Section[] {
  const { captures, sampleType, gaps, notices, leftOut } = answer;
  return [
    { keep: 10, lines: [`**${cutSentence(answer.verdict.sentence)}**`] },
    { keep: 7, lines: noticeLines(notices, leftOut) },
    gapSection(gaps),
    {
      keep: 6,
      lines:
        sites.length === 0
          ? captures.length > 1
            ? [l10n.t`No site grew.`]
            : []
          : [
              sharesText(sites.length, answer.sites.length),
              ...sites.map(
                (each, i) => `${i + 1}. ${siteText(each)}: ${cutSentence(each.site.verdict.sentence)}`,
              ),
            ],
    },
    { keep: 4, lines: asideLines(answer) },
    {
      keep: 5,
      lines: [
        l10n.t`Sample type: ${nameSpan(sampleType.type)} in ${nameSpan(sampleType.unit)}.`,
        ...captureLines(answer),
      ],
    },
  ];
}

/** What a series says beside its verdict, and what it says of files that it has not. */
export function noticeLines(notices: SeriesAnswer['notices'], leftOut: SeriesAnswer['leftOut']): string[] {
  return [...notices, ...leftOut.map(({ why }) => l10n.t`Left out: ${why}`)].map(
    text => `> ${cutSentence(text)}`,
  );
}

function siteText({ at, own }: FoundSeriesSite): string {
  return own === null ? placeText(at) : l10n.t`${placeText(at)}, called from your ${placeText(own)}`;
}

function sharesText(told: number, grown: number): string {
  return grown === 1
    ? l10n.t`${told} of 1 site that grew, the largest growth first:`
    : l10n.t`${told} of ${formatCount(grown)} sites that grew, the largest growth first:`;
}

function asideLines({ setAside, judged: { from, to }, sampleType: { unit } }: SeriesAnswer): string[] {
  if (setAside.length === 0) return [];
  const named = setAside.slice(0, mostAside).map(({ values, because, ...place }) => {
    const path = `${formatValue(values[from] ?? 0, unit)} → ${formatValue(values[to - 1] ?? 0, unit)}`;
    const at = placeText(asProfiled(barePlace(place)));
    return `- ${because === '' ? `${at}: ${path}` : l10n.t`${at}: ${path}, because ${nameSpan(because)}`}`;
  });
  const more = setAside.length > mostAside ? [l10n.t`- and ${setAside.length - mostAside} more`] : [];
  return [l10n.t`Set aside as known leaks:`, ...named, ...more];
}

/** The same as data. */
function seriesData(
  answer: SeriesAnswer,
  sites: readonly FoundSeriesSite[],
): Readonly<Record<string, unknown>> {
  const { captures, judged } = answer;
  return {
    ...seriesFacts(answer),
    captures: spread(captures.length).map(i => {
      const capture = captures[i];
      return {
        number: i + 1,
        file: cutName(capture?.name ?? ''),
        timeMs: captureTime(capture?.timeNanos ?? 0n),
        total: capture?.total ?? 0,
        settled: capture?.settled ?? false,
        restarted: capture?.restarted ?? false,
      };
    }),
    sites: sites.map(({ site, at, own }) => ({
      ...placeData(at),
      calledFrom: own && placeData(own),
      verdict: verdictData(site.verdict),
    })),
    sitesThatGrew: answer.sites.length,
    setAside: answer.setAside.map(({ name, file, because, values }) => ({
      function: cutName(name),
      file: cutName(file),
      because: cutName(because),
      first: values[judged.from] ?? 0,
      last: values[judged.to - 1] ?? 0,
    })),
  };
}

/** Of a series as a whole, as data. */
export function seriesFacts(answer: SeriesAnswer): Readonly<Record<string, unknown>> {
  const { captures, sampleType, verdict, gaps, notices, leftOut } = answer;
  return {
    verdict: verdictData(verdict),
    cannotTell: gapData(gaps),
    sampleType: { type: cutName(sampleType.type), unit: cutName(sampleType.unit) },
    captureCount: captures.length,
    notices: notices.map(text => cutName(text)),
    leftOut: leftOut.map(({ file, why }) => ({ file: cutName(file), why: shown(why, longestSentence) })),
  };
}

function verdictData({ kind, sentence, perHour }: Verdict): Readonly<Record<string, unknown>> {
  return { kind, sentence: shown(sentence, longestSentence), perHour };
}

function captureLines({ captures, sampleType: { unit } }: SeriesAnswer): string[] {
  const told = spread(captures.length);
  const lines = told.map(i => {
    const capture = captures[i];
    const before = captures[i - 1];
    if (capture === undefined) return '';
    const delta = before === undefined ? '' : ` (${formatDelta(capture.total - before.total, unit)})`;
    const marks = `${capture.settled ? l10n.t`, settled` : ''}${capture.restarted ? l10n.t`, started anew` : ''}`;
    return `${i + 1}. ${nameSpan(capture.name)} ${timeText(capture.timeNanos)}${formatValue(capture.total, unit)}${delta}${marks}`;
  });
  const share = formatPercent(told.length / Math.max(1, captures.length));
  return told.length < captures.length
    ? [...lines, l10n.t`${told.length} of ${captures.length} captures (${share}).`]
    : lines;
}

function timeText(nanos: bigint): string {
  const time = captureTime(nanos);
  return time === null ? '' : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} `;
}

/** Indices of so many, evenly spread, the first and the last among them. */
function spread(count: number): readonly number[] {
  if (count <= mostValues) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: mostValues }, (_, i) => Math.round((i * (count - 1)) / (mostValues - 1)));
}

/** A sentence with strangers' names as Markdown. */
export function cutSentence(sentence: string): string {
  return escaped(sentence, longestSentence);
}

function nextCalls(
  { captures, judged: { from, to } }: SeriesAnswer,
  [first]: readonly FoundSeriesSite[],
): readonly NextCall[] {
  const [base, current] = [captures[from]?.file, captures[to - 1]?.file];
  if (first === undefined || base === undefined || current === undefined || base === current) return [];
  return [
    {
      tool: 'explain_growth',
      arguments: { base: cutName(base), current: cutName(current), site: cutName(first.site.name) },
      why: l10n.t`has the lines, callers and source of what grew most (${codeSpan('base')} and ${codeSpan('current')} are captures ${from + 1} and ${to}).`,
    },
  ];
}
