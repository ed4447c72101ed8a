import * as l10n from '@vscode/l10n';
import { formatCount } from '../format.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import { siteKey } from '../reduce/seriesNames.ts';
import { isScript } from '../scripts/sourceMaps.ts';
import { fewestCaptures } from '../series/course.ts';
import type { Estimate, SeriesAnswer, SeriesSite } from '../series/series.ts';
import { areOfTwoPrograms } from './fixPrograms.ts';
import { leftIn, leftPerHour, type Rates, ratesOf, stayed } from './fixRates.ts';
import { fixSentence } from './fixSentence.ts';

/** What became of growth. */
export type FixKind = 'fixed' | 'slower' | 'notFixed' | 'cannotSay';

/** A site that grew before the fix, and whether it still does. */
export interface FixedSite {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Whether it does not grow any more; null where that is not known. */
  readonly gone: boolean | null;
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

/** Of growth that drained so much may stay after a fix, of what there was before in the same time. */
const mostLeft = 0.2;
/** Suspects that are looked for after the fix. */
const mostSuspects = 5;

/** Whether growth has stopped. Each series is judged by itself first; `captures` are those of both, which tell their programs. */
export function verifyFix(
  before: SeriesAnswer,
  after: SeriesAnswer,
  captures: readonly ReducedCapture[] = [],
): FixVerdict {
  const rates = ratesOf(before, after);
  const refused = areOfTwoPrograms(before, after, captures)
    ? l10n.t('the captures after the fix are of another program')
    : whyNot(before, after);
  if (refused !== null)
    return { ...rates, kind: 'cannotSay', sentence: l10n.t`Cannot say: ${refused}.`, sites: [] };
  const sites = suspectsOf(before)
    .filter(site => isNamedAlike(site, after))
    .slice(0, mostSuspects)
    .map(site => ({ name: site.name, file: site.file, line: site.line, gone: isGone(site, after) }));
  const stillGrows = sites.some(({ gone }) => gone === false);
  const kind = kindOf(rates, after, stillGrows);
  return { ...rates, kind, sentence: fixSentence({ ...rates, kind, sites }, before, after), sites };
}

/**
 * Whether a site would have the same name after the fix. Functions of a script have those of its source where its map is there, and
 * the script that ran before a fix mostly is not: of one that the captures after it do not name nothing is known.
 */
function isNamedAlike({ file }: SeriesSite, after: SeriesAnswer): boolean {
  return !isScript(file) || after.sites.some(other => other.file === file);
}

function whyNot(before: SeriesAnswer, after: SeriesAnswer): string | null {
  const known = whyUnknown(before, 'before') ?? whyUnknown(after, 'after');
  if (known !== null) return known;
  if (before.sampleType.type !== after.sampleType.type || before.sampleType.unit !== after.sampleType.unit) {
    return l10n.t`before the fix ${before.sampleType.type} was counted, after it ${after.sampleType.type}`;
  }
  if (grows(before)) return null;
  const said = within(before.verdict.sentence);
  const mayGrow = before.verdict.kind !== 'followsTraffic' && (before.verdict.perHour?.high ?? 0) > 0;
  return mayGrow
    ? l10n.t`there was no sure growth before the fix either (${said})`
    : l10n.t`it did not grow before the fix either (${said})`;
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

function kindOf(rates: Rates, answer: SeriesAnswer, stillGrows: boolean): FixKind {
  const { before } = rates;
  const after = stayed(rates, answer);
  if (before === null || after === null) return 'cannotSay';
  const drained = leftIn(answer.verdict) !== null;
  if (after.high < before.low) {
    const stays = drained ? !isLittle(after, before) : grows(answer);
    return stays || stillGrows ? 'slower' : 'fixed';
  }
  return stillGrows || (!drained && grows(answer)) ? 'notFixed' : 'cannotSay';
}

/** Whether what stayed of growth that drained is hardly any of what there was before, in the same time. */
function isLittle(left: Estimate | null, before: Estimate): boolean {
  return left !== null && left.value <= mostLeft * before.value;
}

/** Whether a site that grew does not any more; null where that is not sure, or it may be one of those that are not listed. */
function isGone({ name, file, verdict: { perHour } }: SeriesSite, after: SeriesAnswer): boolean | null {
  const now = after.sites.find(other => siteKey(other.name, other.file) === siteKey(name, file))?.verdict;
  if (now === undefined) return after.moreSites === 0 ? true : null;
  if (now.kind === 'staircase') return false;
  if (perHour === null) return null;
  if (now.kind === 'followsTraffic') return now.left === null || isLittle(leftPerHour(now), perHour) || null;
  return now.kind === 'flat' && now.perHour !== null && now.perHour.high < perHour.low ? true : null;
}

/** Sites that grow without coming back. */
function suspectsOf({ sites }: SeriesAnswer): readonly SeriesSite[] {
  return sites.filter(({ verdict }) => verdict.kind === 'staircase');
}
