import * as l10n from '@vscode/l10n';
import { assertNever } from '../assertNever.ts';
import { siteName } from '../displayName.ts';
import { formatCount, formatDelta, formatDuration, formatRateCount, formatValue } from '../format.ts';
import { sentences } from '../sentences.ts';
import { formatRate } from '../series/rate.ts';
import type { Estimate, SeriesAnswer } from '../series/series.ts';
import { leftIn, type Rates, requestsCounted } from './fixRates.ts';
import type { FixedSite, FixVerdict } from './verifyFix.ts';

/** What became of growth, with its numbers, and of the sites that grew. */
export function fixSentence(
  { kind, sites, ...rates }: Omit<FixVerdict, 'sentence'>,
  before: SeriesAnswer,
  after: SeriesAnswer,
): string {
  const about = kind === 'cannotSay' ? [] : siteTexts(sites);
  return sentences(kindText(kind, rates, before, after), ...about, asideOf(before, after));
}

function kindText(kind: FixVerdict['kind'], rates: Rates, before: SeriesAnswer, after: SeriesAnswer): string {
  const numbers = numbersOf(rates, before, after);
  switch (kind) {
    case 'fixed':
      return l10n.t`Fixed: ${numbers}.`;
    case 'slower':
      return l10n.t`Slower, not fixed: ${numbers}.`;
    case 'notFixed': {
      if (leftIn(after.verdict) !== null) return l10n.t`Not fixed: ${numbers}.`;
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

function numbersOf(rates: Rates, before: SeriesAnswer, after: SeriesAnswer): string {
  const numbers = l10n.t`${rateText(rates.before, rates, before)} before, ${rateText(rates.after, rates, after)} after`;
  const left = leftIn(after.verdict);
  if (left === null) return numbers;
  const { unit } = after.sampleType;
  return left.change <= 0 || left.isNoise
    ? l10n.t`${numbers}, which drained once the load had stopped`
    : l10n.t`${numbers}, which drained once the load had stopped but for ${formatDelta(left.change, unit)} in ${formatDuration(left.milliseconds)}`;
}

function rateText(
  rate: Estimate | null,
  { per, seen }: Pick<Rates, 'per' | 'seen'>,
  { sampleType: { unit } }: SeriesAnswer,
): string {
  if (rate === null) return l10n.t('nothing known');
  if (per === 'hour') return formatRate(rate, seen, unit);
  const low = formatValue(rate.low, unit, formatRateCount);
  const high = formatValue(rate.high, unit, formatRateCount);
  return l10n.t`${formatDelta(rate.value, unit, formatRateCount)} per ${formatCount(requestsCounted)} requests (${low} … ${high})`;
}

function siteTexts(sites: readonly FixedSite[]): readonly string[] {
  const gone = sites.filter(site => site.gone);
  const left = sites.filter(site => site.gone === false);
  const unknown = sites.filter(site => site.gone === null);
  return [
    ...(gone.length > 0 ? [goneText(gone)] : []),
    ...(left.length > 0 ? [leftText(left)] : []),
    ...(unknown.length > 0 ? [l10n.t`Whether ${namesOf(unknown)} still grows is not known.`] : []),
  ];
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
