import { valueKind } from '../pair/valueKind.ts';
import type { ReducedCapture } from '../reduce/reduceCapture.ts';

/** What is captured in one go lies no further apart, in nanoseconds. */
const together = 30_000_000_000n;

/** Captures of the heap, and how many goroutines there were, by the heap's file. */
export interface WithGoroutines {
  readonly captures: readonly ReducedCapture[];
  readonly goroutines: ReadonlyMap<string, number>;
}

/** Takes goroutine profiles that lie among heaps for what they count; alone they are a series of their own. */
export function withGoroutines(given: readonly ReducedCapture[]): WithGoroutines {
  const counts = given.filter(isOfGoroutines);
  const captures = given.filter(capture => !isOfGoroutines(capture));
  if (captures.length === 0) return { captures: given, goroutines: new Map() };
  const goroutines = new Map<string, number>();
  for (const { file, timeNanos } of captures) {
    const beside = nearest(counts, timeNanos);
    if (beside !== undefined) goroutines.set(file, beside.total);
  }
  return { captures, goroutines };
}

function isOfGoroutines({ sampleType }: ReducedCapture): boolean {
  return valueKind(sampleType, []) === 'goroutines';
}

function nearest(counts: readonly ReducedCapture[], time: bigint): ReducedCapture | undefined {
  if (time === 0n) return undefined;
  const away = ({ timeNanos }: ReducedCapture): bigint =>
    timeNanos > time ? timeNanos - time : time - timeNanos;
  let best: ReducedCapture | undefined;
  for (const each of counts) if (best === undefined || away(each) < away(best)) best = each;
  return best !== undefined && away(best) <= together ? best : undefined;
}
