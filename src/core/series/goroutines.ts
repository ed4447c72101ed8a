import * as l10n from '@vscode/l10n';
import type { Notice } from '../answers/notices.ts';
import { formatCount } from '../format.ts';
import { valueKind } from '../pair/valueKind.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';
import { sentences } from '../sentences.ts';
import type { Capture } from './series.ts';

/** What is captured in one go lies no further apart, in nanoseconds. */
const together = 30_000_000_000n;

/** How many goroutines there were at a capture, and how many of them have leaked; null where it is not known. */
export type GoroutineCounts = Pick<Capture, 'goroutines' | 'leakedGoroutines'>;

/** Captures of the heap, and the goroutines at each, by the heap's file. */
export interface WithGoroutines {
  readonly captures: readonly ReducedCapture[];
  readonly goroutines: ReadonlyMap<string, GoroutineCounts>;
}

/**
 * Takes goroutine profiles that lie among heaps for what they count, and those of leaked ones among profiles of all. Alone they
 * are a series of their own.
 */
export function withGoroutines(given: readonly ReducedCapture[]): WithGoroutines {
  const kinds = given.map(({ sampleType }) => valueKind(sampleType, []));
  const all = given.filter((_, i) => kinds[i] === 'goroutines');
  const leaked = given.filter((_, i) => kinds[i] === 'leakedGoroutines');
  const heaps = given.filter((_, i) => kinds[i] !== 'goroutines' && kinds[i] !== 'leakedGoroutines');
  const captures = heaps.length > 0 ? heaps : all;
  if (captures.length === 0) return { captures: given, goroutines: new Map() };
  const counted = captures === all ? new Map<string, number>() : totalsBeside(captures, all);
  const lost = totalsBeside(captures, leaked);
  const counts = captures.map(({ file }): [string, GoroutineCounts] => [
    file,
    { goroutines: counted.get(file) ?? null, leakedGoroutines: lost.get(file) ?? null },
  ]);
  return { captures, goroutines: new Map(counts) };
}

/** Says how many goroutines have leaked; nothing where none has, or nobody knows. */
export function leakedNotice(captures: readonly Pick<Capture, 'leakedGoroutines'>[]): readonly string[] {
  const known = captures.map(({ leakedGoroutines }) => leakedGoroutines).filter(count => count !== null);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  if (last === 0) return [];
  const counts =
    first === last ? leakedText(last) : l10n.t`${leakedText(last)}, ${formatCount(first)} when first counted`;
  return [
    sentences(leakedMeans(counts, last), l10n.t('Profiles of them (goroutineleak) show where they wait.')),
  ];
}

/** The same of a pair, or of one capture (`base` is `''`); `notes` are of its files, by their paths, as far as there are some. */
export function leaksNotices(
  notes: ReadonlyMap<string, Pick<Capture, 'leakedGoroutines'>>,
  base: string,
  current: string,
): readonly Notice[] {
  const countAt = (file: string): number | null => notes.get(file)?.leakedGoroutines ?? null;
  const text = leakedBetween(countAt(base), countAt(current));
  return text === null ? [] : [{ kind: 'leakedGoroutines', text, names: [] }];
}

/** Null where none has leaked by the current one, or nobody knows. */
function leakedBetween(base: number | null, current: number | null): string | null {
  if (current === null || current === 0) return null;
  const counts =
    base === null ? leakedText(current) : l10n.t`${leakedText(current)}, ${formatCount(base)} at the base`;
  return leakedMeans(counts, current);
}

function leakedText(count: number): string {
  return count === 1
    ? l10n.t('One goroutine has leaked')
    : l10n.t`${formatCount(count)} goroutines have leaked`;
}

function leakedMeans(counts: string, count: number): string {
  return count === 1
    ? l10n.t`${counts}: nothing can wake it any more, and what it holds is not freed.`
    : l10n.t`${counts}: nothing can wake them any more, and what they hold is not freed.`;
}

/** What profiles count, by the capture that each was taken with; of several the one nearest to it. */
function totalsBeside(
  captures: readonly ReducedCapture[],
  counts: readonly ReducedCapture[],
): ReadonlyMap<string, number> {
  const takenWith = counts.map(count => nearest(captures, count));
  const totals = new Map<string, number>();
  for (const capture of captures) {
    const own = counts.filter((_, i) => takenWith[i] === capture);
    const total = nearest(own, capture)?.total;
    if (total !== undefined) totals.set(capture.file, total);
  }
  return totals;
}

/** That of some profiles which was captured nearest to another one, if that is near. */
function nearest(some: readonly ReducedCapture[], { timeNanos }: ReducedCapture): ReducedCapture | undefined {
  let best: ReducedCapture | undefined;
  let least = together;
  for (const each of some) {
    if (each.timeNanos === 0n || timeNanos === 0n) continue;
    const away = each.timeNanos > timeNanos ? each.timeNanos - timeNanos : timeNanos - each.timeNanos;
    if (away > least || (away === least && best !== undefined)) continue;
    best = each;
    least = away;
  }
  return best;
}
