import * as l10n from '@vscode/l10n';
import type { Metric } from '../series/series.ts';

/** A heap's total at a time. */
export interface HeapAt {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Bytes in use. */
  readonly total: number;
}

/** RSS this many times as far from a capture as its values are from one another is not of that capture. */
const farthest = 2;

/**
 * Memory that the process had and its heap profile has not, at each capture: garbage that was not collected yet, stacks,
 * what the allocator keeps, C. `rss` is in bytes; of its values the nearest one counts, unless it is too far away for its
 * own spacing. Null where no capture has one. RSS can be less than the heap, where pages were swapped out.
 */
export function withoutHeap(rss: Metric, captures: readonly HeapAt[]): Metric | null {
  const reach = farthest * spacing(rss.times);
  const found = captures.flatMap(({ time, total }) => {
    const at = nearest(rss.times, time);
    const away = Math.abs((rss.times[at] ?? Number.NaN) - time);
    return away <= reach ? [{ time, value: (rss.values[at] as number) - total }] : [];
  });
  if (found.length === 0) return null;
  return {
    name: l10n.t`${rss.name} without the heap`,
    times: Float64Array.from(found, ({ time }) => time),
    values: Float64Array.from(found, ({ value }) => value),
  };
}

/** The mean distance of times, of one alone a minute. */
function spacing(times: Float64Array): number {
  const { length } = times;
  return length < 2 ? 60_000 : ((times[length - 1] as number) - (times[0] as number)) / (length - 1);
}

/** Index of the time that is nearest; times ascend. */
function nearest(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  if (low === times.length) return before;
  return before >= 0 && time - (times[before] as number) <= (times[low] as number) - time ? before : low;
}
