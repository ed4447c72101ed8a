import { captureTime } from '../pair/captureTime.ts';
import type { Metric, SeriesAnswer } from '../series/series.ts';
import { scaleOf } from '../units.ts';
import { type HeapAt, withoutHeap } from './withoutHeap.ts';

/** Memory of a process at the captures of its heap, in bytes; null where it was not measured around one. */
export interface BesideHeap {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** What of it the heap's profile has not. */
  readonly withoutHeap: readonly (number | null)[];
}

/** Null where the series counts no memory, or nothing was measured while it was captured. */
export function besideHeap({ captures, sampleType }: SeriesAnswer, rss: Metric): BesideHeap | null {
  const scale = scaleOf(sampleType.unit);
  if (scale?.of !== 'memory') return null;
  const heap = captures.map(({ timeNanos, total }) => ({
    time: captureTime(timeNanos),
    total: total * scale.factor,
  }));
  const rest = withoutHeap(
    rss,
    heap.flatMap(({ time, total }): HeapAt[] => (time === null ? [] : [{ time, total }])),
  );
  if (rest === null) return null;
  const beside = new Map(Array.from(rest.times, (time, i) => [time, rest.values[i] ?? 0]));
  const without = heap.map(({ time }) => (time === null ? null : (beside.get(time) ?? null)));
  return {
    name: rss.name,
    values: heap.map(({ total }, i) => {
      const value = without[i] ?? null;
      return value === null ? null : value + total;
    }),
    withoutHeap: without,
  };
}
