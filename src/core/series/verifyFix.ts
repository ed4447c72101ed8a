import * as l10n from '@vscode/l10n';
import { assertNever } from '../assertNever.ts';
import { siteName } from '../displayName.ts';
import { formatCount, formatDelta, formatValue } from '../format.ts';
import { siteKey } from '../reduce/seriesNames.ts';
import { isScript } from '../scripts/sourceMaps.ts';
import { sentences } from '../sentences.ts';
import { fewestCaptures } from './course.ts';
import { formatRate } from './rate.ts';
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
  /** Milliseconds that the shorter of the two was seen: what is held against each other has one unit. */
  readonly seen: number;
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
    seen: seenInBoth(before, after),
    before: perRequests ? perRequest(before) : before.verdict.perHour,
    after: perRequests ? perRequest(after) : after.verdict.perHour,
  };
  const refused = whyNot(before, after);
  if (refused !== null)
    return { ...rates, kind: 'cannotSay', sentence: l10n.t`Cannot say: ${refused}.`, sites: [] };
  const sites = suspectsOf(before)
    .filter(site => isNamedAlike(site, after))
    .slice(0, mostSuspects)
    .map(({ name, file, line }) => ({
      name,
      file,
      line,
      gone: !suspectsOf(after).some(other => siteKey(other.name, other.file) === siteKey(name, file)),
    }));
  const kind = kindOf(rates.before, rates.after, after);
  const about = kind === 'cannotSay' ? [] : siteTexts(sites);
  const sentence = sentences(sentenceOf(kind, rates, before, after), ...about, asideOf(before, after));
  return { ...rates, kind, sentence, sites };
}

/**
 * Whether a site would have the same name after the fix. Functions of a script have those of its source where its map is there, and
 * the script that ran before a fix mostly is not: of one that the captures after it do not name nothing is known.
 */
function isNamedAlike({ file }: SeriesSite, after: SeriesAnswer): boolean {
  return !isScript(file) || after.sites.some(other => other.file === file);
}

function whyNot(before: SeriesAnswer, after: SeriesAnswer): string | null {
  if (before.sampleType.type !== after.sampleType.type || before.sampleType.unit !== after.sampleType.unit) {
    return l10n.t`before the fix ${before.sampleType.type} was counted, after it ${after.sampleType.type}`;
  }
  const known = whyUnknown(before, 'before') ?? whyUnknown(after, 'after');
  if (known !== null) return known;
  if (!grows(before))
    return l10n.t`it did not grow before the fix either (${within(before.verdict.sentence)})`;
  return null;
}

/** Why nothing is known of one of the two. */
function whyUnknown(
  { captures: { length }, verdict }: SeriesAnswer,
  when: 'before' | 'after',
): string | null {
  const isBefore = when === 'before';
  if (length === 0)
    return isBefore
      ? l10n.t('there is no capture from before the fix')
      : l10n.t('there is no capture from after the fix');
  if (length === 1)
    return isBefore
      ? l10n.t`one capture before the fix shows how much there was, not that it grew; it takes ${fewestCaptures}`
      : l10n.t`one capture after the fix shows how much there was, not that it grew; it takes ${fewestCaptures}`;
  if (length < fewestCaptures)
    return isBefore
      ? l10n.t`${formatCount(length)} captures before the fix make no trend, it takes ${fewestCaptures}`
      : l10n.t`${formatCount(length)} captures after the fix make no trend, it takes ${fewestCaptures}`;
  if (verdict.perHour !== null) return null;
  const said = within(verdict.sentence);
  return isBefore
    ? l10n.t`nothing is known of growth before the fix (${said})`
    : l10n.t`nothing is known of growth after the fix (${said})`;
}

/** A sentence as a part of another. */
function within(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
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
  const numbers = l10n.t`${rateText(rates.before, rates, before)} before, ${rateText(rates.after, rates, after)} after`;
  switch (kind) {
    case 'fixed':
      return drains(after)
        ? l10n.t`Fixed: ${numbers}, which drained once the load had stopped.`
        : l10n.t`Fixed: ${numbers}.`;
    case 'slower':
      return l10n.t`Slower, not fixed: ${numbers}.`;
    case 'notFixed': {
      const faster = (rates.after?.low ?? 0) > (rates.before?.high ?? 0);
      return faster
        ? l10n.t`Not fixed: ${numbers}; it grows faster.`
        : l10n.t`Not fixed: ${numbers}; the intervals meet.`;
    }
    case 'cannotSay':
      return l10n.t`Cannot say: ${numbers}; it may go on as before. Capture for longer after the fix.`;
    default:
      return assertNever(kind);
  }
}

type Rates = Pick<FixVerdict, 'per' | 'seen' | 'before' | 'after'>;

function seenInBoth(before: SeriesAnswer, after: SeriesAnswer): number {
  const known = [before, after].filter(({ verdict }) => verdict.perHour !== null);
  return known.length === 0 ? 0 : Math.min(...known.map(({ verdict }) => verdict.seen.milliseconds));
}

function rateText(
  rate: Estimate | null,
  { per, seen }: Pick<Rates, 'per' | 'seen'>,
  { sampleType: { unit } }: SeriesAnswer,
): string {
  if (rate === null) return l10n.t('nothing known');
  if (per === 'hour') return formatRate(rate, seen, unit);
  const [low, high] = [formatValue(rate.low, unit), formatValue(rate.high, unit)];
  return l10n.t`${formatDelta(rate.value, unit)} per ${formatCount(requestsCounted)} requests (${low} … ${high})`;
}

function siteTexts(sites: readonly FixedSite[]): readonly string[] {
  const gone = sites.filter(site => site.gone);
  const left = sites.filter(site => !site.gone);
  return [...(gone.length > 0 ? [goneText(gone)] : []), ...(left.length > 0 ? [leftText(left)] : [])];
}

function goneText(gone: readonly FixedSite[]): string {
  const names = namesOf(gone);
  return gone.length === 1
    ? l10n.t`${names} is gone from the suspects.`
    : l10n.t`${names} are gone from the suspects.`;
}

function leftText(left: readonly FixedSite[]): string {
  const names = namesOf(left);
  return left.length === 1 ? l10n.t`${names} still grows.` : l10n.t`${names} still grow.`;
}

function namesOf(sites: readonly FixedSite[]): string {
  return sites.map(({ name }) => siteName(name)).join(', ');
}

/** How many known leaks the rates are without. */
function asideOf({ setAside: one }: SeriesAnswer, { setAside: other }: SeriesAnswer): string {
  if (one.length + other.length === 0) return '';
  return one.length === 1
    ? l10n.t`Without what is known: 1 known leak set aside before, ${other.length} after.`
    : l10n.t`Without what is known: ${one.length} known leaks set aside before, ${other.length} after.`;
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
