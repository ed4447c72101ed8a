import * as l10n from '@vscode/l10n';
import type { DiffInfo } from '../answers/diffInfo.ts';
import type { Headline } from '../answers/headline.ts';
import type { ViewOptions } from '../answers/looks.ts';
import { filled } from '../filled.ts';
import {
  formatCount,
  formatDelta,
  formatPercent,
  formatSamples,
  formatValue,
  roundedRate,
} from '../format.ts';
import type { Evidence } from '../measures/noise.ts';
import type { Pair } from '../measures/ranges.ts';
import { wordsOf } from '../pair/valueWords.ts';
import type { SampleType } from '../profile.ts';
import { sentenceMarkdown } from '../report/headlineText.ts';
import { partLines } from '../report/partLines.ts';
import { type FoundSite, roundedShare, siteData, siteText } from './foundSite.ts';
import { gapData, gapSection, noticeSection, typeData, typeLine } from './gapParts.ts';
import { cutName, type NextCall, nameSpan, nextLines, type Section, type Told, written } from './told.ts';
import { type FoundPlace, placeText } from './toldPlace.ts';

const mostAside = 5;

/** What is known of a pair. */
export interface ComparisonFacts {
  /** Paths as they can be given again. */
  readonly base: string;
  readonly current: string;
  readonly info: DiffInfo;
  readonly type: SampleType;
  readonly options: ViewOptions;
  readonly headline: Headline;
  readonly total: Pair;
  readonly evidence: Evidence | null;
  /** Those that are told, the most suspect first, and how many there are beyond noise. */
  readonly sites: readonly FoundSite[];
  readonly siteCount: number;
  /** Known leaks, which are none of them. */
  readonly aside: readonly FoundSite[];
  /** Share of the growth of those that are told, and of all beyond noise. */
  readonly shareTold: number;
  readonly shareBeyondNoise: number;
}

/** What grew between two profiles, and what that does not prove. */
export function tellComparison(facts: ComparisonFacts): Told {
  const { base, current, info, type, options, headline, total, evidence, sites } = facts;
  const delta = total.current - total.base;
  const { rateOver } = headline;
  const next = nextCalls(facts);
  const markdown = written([
    ...comparisonSections(facts, [typeLine(type, info.sampleTypes), ...partLines(options)]),
    { keep: 4, lines: nextLines(next) },
  ]);
  return {
    markdown,
    data: {
      sentence: headlineLine(headline, facts),
      direction: headline.direction,
      withinNoise: headline.withinNoise,
      cannotTell: gapData(headline.gaps),
      base: { file: cutName(base), total: total.base, timeMs: info.base?.timeMs ?? null },
      current: { file: cutName(current), total: total.current, timeMs: info.current.timeMs },
      growth: delta,
      perHour: rateOver === null ? null : roundedRate((delta / rateOver) * 3_600_000),
      standardError: evidence === null ? null : Math.round(evidence.standardError),
      ...typeData(type, info.sampleTypes),
      sites: sites.map(siteData),
      sitesBeyondNoise: facts.siteCount,
      setAside: facts.aside.map(siteData),
      shareOfGrowthTold: roundedShare(facts.shareTold),
      notices: [...partLines(options), ...info.notices.map(({ text }) => text)].map(cutName),
      next,
    },
  };
}

/** What there is to say of a pair, the sentence first. `numbers` are lines that say which these are, and go last: they would pass for the whole. */
export function comparisonSections(facts: ComparisonFacts, numbers: readonly string[]): readonly Section[] {
  const { base, current, info, type, headline, total, evidence } = facts;
  const delta = total.current - total.base;
  const noise = evidence === null || delta === 0 ? [] : [noiseLine(delta, evidence, type.unit)];
  return [
    { keep: 10, lines: [headlineLine(headline, facts)] },
    { keep: 9, lines: [...headline.chips.map(({ text }) => `- ${text}`), ...noise] },
    { keep: 9, lines: [l10n.t`Base ${nameSpan(base)}, current ${nameSpan(current)}.`, ...numbers] },
    noticeSection(info.notices),
    gapSection(headline.gaps),
    { keep: 5, lines: siteLines(facts) },
    { keep: 4.5, lines: asideLines(facts) },
  ];
}

function headlineLine({ figure, context, sentence }: Headline, { sites }: ComparisonFacts): string {
  const found = new Map<string, FoundPlace>();
  for (const { site, at, own } of sites) {
    found.set(keyOf(site), at);
    if (site.own !== null && own !== null) found.set(keyOf(site.own), own);
  }
  const pieces = sentence.map(piece => {
    if (typeof piece === 'string' || 'strong' in piece) return piece;
    const at = found.get(keyOf(piece.place));
    const { name, file, line } = piece.place;
    const place = {
      ...piece.place,
      name: cutName(name),
      file: cutName(at?.path ?? file),
      line: at?.line ?? line,
    };
    return { place };
  });
  return `**${figure}** (${context}). ${sentenceMarkdown(pieces)}`;
}

function keyOf({ name, file }: { readonly name: string; readonly file: string }): string {
  return `${name}\n${file}`;
}

function noiseLine(delta: number, { standardError, samples }: Evidence, unit: string): string {
  const rests = formatSamples(samples);
  const error = formatValue(standardError, unit);
  return Math.abs(delta) > 2 * standardError
    ? l10n.t`- the whole change rests on ${rests}, ± ${error}: it is beyond sampling noise`
    : l10n.t`- the whole change rests on ${rests}, ± ${error}: it is within sampling noise`;
}

function siteLines(facts: ComparisonFacts): string[] {
  const { sites, shareTold, shareBeyondNoise, headline, type } = facts;
  if (sites.length === 0) return [];
  const words = wordsOf(headline.kind);
  const heading = [
    siteCountText(facts),
    ...(sites.length === 1 ? [] : [words.ranked]),
    filled(words.shareOf, formatPercent(shareTold)).join(''),
  ].join(', ');
  const within =
    shareBeyondNoise < 0.995
      ? `; ${l10n.t`${formatPercent(1 - shareBeyondNoise)} lies in sites within noise`}`
      : '';
  return [`${heading}${within}:`, ...sites.map((each, i) => `${i + 1}. ${siteText(each, type.unit)}`)];
}

/** How many sites are told of how many. Of some profiles nobody knows how they were sampled. */
function siteCountText({ sites: { length }, siteCount, evidence }: ComparisonFacts): string {
  if (siteCount === 1) {
    return evidence === null
      ? l10n.t`${length} of 1 site that grew`
      : l10n.t`${length} of 1 site beyond noise`;
  }
  const all = formatCount(siteCount);
  return evidence === null
    ? l10n.t`${length} of ${all} sites that grew`
    : l10n.t`${length} of ${all} sites beyond noise`;
}

/** Growth that the team lives with. */
function asideLines({ aside, type }: ComparisonFacts): string[] {
  if (aside.length === 0) return [];
  const growth = aside.reduce((sum, { site }) => sum + site.net, 0);
  const named = aside.slice(0, mostAside).map(({ site, at }) => {
    const because = site.recognised?.because ?? '';
    const text = `${placeText(at)}: ${formatDelta(site.net, type.unit)}`;
    return `- ${because === '' ? text : l10n.t`${text}, because ${nameSpan(because)}`}`;
  });
  const more = aside.length > mostAside ? [l10n.t`- and ${aside.length - mostAside} more`] : [];
  const sum = formatDelta(growth, type.unit);
  const heading =
    aside.length === 1
      ? l10n.t`Set aside as known leaks: 1 site, ${sum}:`
      : l10n.t`Set aside as known leaks: ${aside.length} sites, ${sum}:`;
  return [heading, ...named, ...more];
}

function nextCalls({ base, current, headline, sites }: ComparisonFacts): readonly NextCall[] {
  const [first] = sites;
  const calls: NextCall[] = [];
  if (first !== undefined) {
    calls.push({
      tool: 'explain_growth',
      arguments: { base, current, site: cutName(first.site.name) },
      why: 'has its lines, callers and source.',
    });
  }
  if (headline.gaps.some(({ closing }) => closing === 'showSeries' || closing === 'captureSettled')) {
    calls.push({
      tool: 'heap_over_time',
      arguments: { files: [base, current] },
      why: 'with at least two more captures, one of them after the load has stopped, tells growth that goes on from a backlog.',
    });
  }
  return calls;
}
