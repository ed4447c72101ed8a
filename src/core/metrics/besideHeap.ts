import { captureTime } from '../pair/captureTime.ts';
import type { Metric, SeriesAnswer } from '../series/series.ts';
import { scaleOf } from '../units.ts';
import { valueAround } from './withoutHeap.ts';

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
  const values = captures.map(({ timeNanos }) => {
    const time = captureTime(timeNanos);
    return time === null ? null : valueAround(rss, time);
  });
  if (values.every(value => value === null)) return null;
  const withoutHeap = values.map((value, i) =>
    value === null ? null : value - (captures[i]?.total ?? 0) * scale.factor,
  );
  return { name: rss.name, values, withoutHeap };
}
