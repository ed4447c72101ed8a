import * as l10n from '@vscode/l10n';
import { formatDuration } from '../format.ts';

/** From here to there a time is taken for a date: programs also write how long they have been up, or nothing sensible. */
const earliest = Date.UTC(2000, 0) * 1e6;
const latest = Date.UTC(2100, 0) * 1e6;
/** Longer than any process runs, and just less than a clock is off that is wrong by ten years: captures further apart are of different worlds. */
const longest = 10 * 365 * 86_400_000;

/** When a profile was captured, in milliseconds since 1970; null for a `time_nanos` that is missing or no plausible date. */
export function captureTime(timeNanos: bigint): number | null {
  const nanos = Number(timeNanos);
  return nanos >= earliest && nanos < latest ? Number(timeNanos / 1_000_000n) : null;
}

/** Milliseconds from one capture to another, negative when it was earlier; null when that is not known. */
export function elapsedMs(from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null;
  return Math.abs(to - from) > longest ? null : to - from;
}

/** How much later the second of two captures is, in words. */
export function elapsedText(elapsed: number, isOfTwo: boolean): string {
  if (elapsed === 0) return l10n.t`at the same time`;
  if (elapsed < 0) return l10n.t`${formatDuration(-elapsed)} earlier`;
  const duration = formatDuration(elapsed);
  return isOfTwo
    ? l10n.t`${duration} later`
    : l10n.t({ message: 'in {0}', args: [duration], comment: 'so much time' });
}
