import { assertNever } from '../assertNever.ts';
import { localName } from '../displayName.ts';
import { formatCount, formatDelta, formatValue } from '../format.ts';
import { fewestCaptures } from './course.ts';
import { formatRate } from './rate.ts';
import { siteKey } from './reduce.ts';
import type { Estimate, SeriesAnswer, SeriesSite } from './series.ts';

/** What became of growth. */
export type FixKind = 'fixed' | 'slower' | 'notFixed' | 'cannotSay';

/** A site that grew before the fix, and whether it still does. */
export interface FixedSite {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly gone: boolean;
}

/** Two series, one before a fix and one after it, held against each other. */
export interface FixVerdict {
  readonly kind: FixKind;
  /** Never without its numbers. */
  readonly sentence: string;
  /** What growth is given per: an hour, or so many requests where both series have counted them. */
  readonly per: 'hour' | 'requests';
  /** In the sample type's unit; null where it cannot be known. */
  readonly before: Estimate | null;
  readonly after: Estimate | null;
  /** Sites that were suspects before, those that grew most first. */
  readonly sites: readonly FixedSite[];
}

/** Growth is given per so many requests: of one there may be less than a byte. */
export const requestsCounted = 1000;
/** Suspects that are looked for after the fix. */
const mostSuspects = 5;

/** Whether growth has stopped. Each series is judged by itself first. */
export function verifyFix(before: SeriesAnswer, after: SeriesAnswer): FixVerdict {
  const perRequests = before.requestsPerHour !== null && after.requestsPerHour !== null;
  const rates = {
    per: perRequests ? ('requests' as const) : ('hour' as const),
    before: perRequests ? perRequest(before) : before.verdict.perHour,
    after: perRequests ? perRequest(after) : after.verdict.perHour,
  };
  const refused = whyNot(before, after);
  if (refused !== null)
    return { ...rates, kind: 'cannotSay', sentence: `Cannot say: ${refused}.`, sites: [] };
  const sites = suspectsOf(before)
    .slice(0, mostSuspects)
    .map(({ name, file, line }) => ({
      name,
      file,
      line,
      gone: !suspectsOf(after).some(other => siteKey(other.name, other.file) === siteKey(name, file)),
    }));
  const kind = kindOf(rates.before, rates.after, after);
  const about = kind === 'cannotSay' ? '' : siteText(sites);
  const sentence = `${sentenceOf(kind, rates, before, after)}${about}${asideOf(before, after)}`;
  return { ...rates, kind, sentence, sites };
}

function whyNot(before: SeriesAnswer, after: SeriesAnswer): string | null {
  if (before.sampleType.type !== after.sampleType.type || before.sampleType.unit !== after.sampleType.unit) {
    return `before the fix ${before.sampleType.type} was counted, after it ${after.sampleType.type}`;
  }
  const arms = [
    { when: 'before', answer: before },
    { when: 'after', answer: after },
  ];
  for (const { when, answer } of arms) {
    const { length } = answer.captures;
    if (length === 0) return `there is no capture from ${when} the fix`;
    if (length === 1)
      return `one capture ${when} the fix shows how much there was, not that it grew; it takes ${fewestCaptures}`;
    if (length < fewestCaptures)
      return `${formatCount(length)} captures ${when} the fix make no trend, it takes ${fewestCaptures}`;
    if (answer.verdict.perHour === null)
      return `nothing is known of growth ${when} the fix (${within(answer.verdict.sentence)})`;
  }
  if (!grows(before)) return `it did not grow before the fix either (${within(before.verdict.sentence)})`;
  return null;
}

/** A sentence as a part of another. */
function within(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function grows({ verdict }: SeriesAnswer): boolean {
  return (verdict.perHour?.low ?? 0) > 0 && verdict.kind !== 'flat' && verdict.kind !== 'followsTraffic';
}

function drains({ verdict, captures }: SeriesAnswer): boolean {
  return verdict.kind === 'followsTraffic' && captures.some(({ settled }) => settled);
}

/** What was freed once the load had stopped is no growth, whatever was seen under it. */
function kindOf(before: Estimate | null, after: Estimate | null, answer: SeriesAnswer): FixKind {
  if (before === null || after === null) return 'cannotSay';
  if (drains(answer)) return 'fixed';
  const apart = after.high < before.low;
  if (!grows(answer)) return apart ? 'fixed' : 'cannotSay';
  return apart ? 'slower' : 'notFixed';
}

function sentenceOf(kind: FixKind, rates: Rates, before: SeriesAnswer, after: SeriesAnswer): string {
  const numbers = `${rateText(rates.before, rates.per, before)} before, ${rateText(rates.after, rates.per, after)} after`;
  switch (kind) {
    case 'fixed':
      return `Fixed: ${numbers}${drains(after) ? ', which drained once the load had stopped' : ''}.`;
    case 'slower':
      return `Slower, not fixed: ${numbers}.`;
    case 'notFixed': {
      const faster = (rates.after?.low ?? 0) > (rates.before?.high ?? 0);
      return `Not fixed: ${numbers}; ${faster ? 'it grows faster' : 'the intervals meet'}.`;
    }
    case 'cannotSay':
      return `Cannot say: ${numbers}; it may go on as before. Capture for longer after the fix.`;
    default:
      return assertNever(kind);
  }
}

type Rates = Pick<FixVerdict, 'per' | 'before' | 'after'>;

function rateText(
  rate: Estimate | null,
  per: FixVerdict['per'],
  { sampleType, captures }: SeriesAnswer,
): string {
  const { unit } = sampleType;
  if (rate === null) return 'nothing known';
  if (per === 'hour') {
    const [first, last] = [captures[0]?.timeNanos ?? 0n, captures.at(-1)?.timeNanos ?? 0n];
    return formatRate(rate, Number((last - first) / 1_000_000n), unit);
  }
  const interval = `(${formatValue(rate.low, unit)} … ${formatValue(rate.high, unit)})`;
  return `${formatDelta(rate.value, unit)} per ${formatCount(requestsCounted)} requests ${interval}`;
}

function siteText(sites: readonly FixedSite[]): string {
  const named = (some: readonly FixedSite[]): string => some.map(({ name }) => localName(name)).join(', ');
  const gone = sites.filter(site => site.gone);
  const left = sites.filter(site => !site.gone);
  const parts = [
    ...(gone.length > 0
      ? [` ${named(gone)} ${gone.length === 1 ? 'is' : 'are'} gone from the suspects.`]
      : []),
    ...(left.length > 0 ? [` ${named(left)} still ${left.length === 1 ? 'grows' : 'grow'}.`] : []),
  ];
  return parts.join('');
}

/** How many known leaks the rates are without. */
function asideOf(before: SeriesAnswer, after: SeriesAnswer): string {
  const counts = [before, after].map(({ setAside }) => setAside.length);
  const [one = 0, other = 0] = counts;
  if (one + other === 0) return '';
  return ` Without what is known: ${one} known ${one === 1 ? 'leak' : 'leaks'} set aside before, ${other} after.`;
}

/** Sites that grow without coming back. */
function suspectsOf({ sites }: SeriesAnswer): readonly SeriesSite[] {
  return sites.filter(({ verdict }) => verdict.kind === 'staircase');
}

function perRequest({ verdict: { perHour }, requestsPerHour }: SeriesAnswer): Estimate | null {
  if (perHour === null || requestsPerHour === null || requestsPerHour <= 0) return null;
  const scale = requestsCounted / requestsPerHour;
  return { value: perHour.value * scale, low: perHour.low * scale, high: perHour.high * scale };
}
