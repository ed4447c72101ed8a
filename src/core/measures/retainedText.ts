import * as l10n from '@vscode/l10n';
import { formatPercent, formatValue } from '../format.ts';

/** What is said of a retained share: it, of how many bytes, and how sure that is where it is known. */
interface RetainedShare {
  readonly share: number;
  readonly allocated: number;
  readonly kept: Interval | null;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * `retained 75 % (68–81 %): most of it stayed`; with `withAllocated` also of how much. The interval counts samples; where
 * large objects had another fate than small ones the share of bytes lies outside, and it says so: `retained 92 % (by
 * samples 97–99.1 %): hardly anything was freed`.
 */
export function formatRetained(retained: RetainedShare, withAllocated = false): string {
  const { allocated } = retained;
  const percent = formatPercent(toldShare(retained));
  const sureness = formatSureness(retained);
  return withAllocated
    ? l10n.t`retained ${percent} of ${formatValue(allocated, 'bytes')} allocated${sureness}: ${fate(retained)}`
    : l10n.t`retained ${percent}${sureness}: ${fate(retained)}`;
}

/** A retained share as it is told, and as suspects are ranked by it: what was there before and was freed in between brings it below 0, or past 1 where it is counted late. */
export function toldShare({ share }: Pick<RetainedShare, 'share'>): number {
  return Math.max(0, Math.min(1, share));
}

/** How sure a retained share is, to stand behind it: ` (68–81 %)`, or ` (by samples 97–99.1 %)`; `''` where it is not known. */
export function formatSureness(retained: Pick<RetainedShare, 'share' | 'kept'>): string {
  const { kept } = retained;
  const share = toldShare(retained);
  if (kept === null) return '';
  if (isApart(share, kept)) return ` (${l10n.t`by samples ${formatInterval(kept.low, kept.high)}`})`;
  return ` (${formatInterval(Math.min(share, kept.low), Math.max(share, kept.high))})`;
}

/** Whether a share lies outside an interval by more than the rounding of scaled values. */
function isApart(share: number, { low, high }: Interval): boolean {
  return share < low - 0.005 || share > high + 0.005;
}

/** `68–81 %`; one percentage where both ends round to it. */
function formatInterval(low: number, high: number): string {
  const [from, to] = [formatPercent(low), formatPercent(high)];
  return from === to ? to : `${from.replace(/ %$/, '')}–${to}`;
}

/**
 * What became of what was allocated; no more than is true of the whole interval, and of the share beside it. What was freed may have been
 * there before: a cache that replaces what it holds keeps what is new, and as much is freed.
 */
function fate(retained: RetainedShare): string {
  const { kept } = retained;
  const share = toldShare(retained);
  const low = Math.min(share, kept?.low ?? share);
  const high = Math.max(share, kept?.high ?? share);
  if (low >= 0.995) return l10n.t`nothing was freed`;
  if (low >= 0.9) return l10n.t`hardly anything was freed`;
  if (low >= 0.5) return l10n.t`most of it stayed`;
  if (high >= 0.5) return undecided({ share, kept }, low, high);
  if (high >= 0.05) return l10n.t`more than half as much was freed`;
  return share > 0 ? l10n.t`churn: about as much was freed` : l10n.t`at least as much was freed`;
}

/** Of a share on both sides of a half: why no more is said. One object's fate is known, however large it is, and is still a single sample. */
function undecided(
  { share, kept }: Pick<RetainedShare, 'share' | 'kept'>,
  low: number,
  high: number,
): string {
  if (kept !== null && isApart(share, kept)) return l10n.t`large objects had another fate than small ones`;
  if (low >= 0.35 && high <= 0.65) return l10n.t`about half of it stayed`;
  return l10n.t`too few samples to tell whether it stays`;
}
