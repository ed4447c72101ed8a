import * as l10n from '@vscode/l10n';
import { nearValue } from '../series/nearValue.ts';
import type { Metric } from '../series/series.ts';

/** A heap's total at a time. */
export interface HeapAt {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Bytes in use. */
  readonly total: number;
}

/** What is more than this many times as far from a capture as values are from one another is not of that capture. */
const farthest = 2;

/** The value that a metric has around a capture, whose time is in milliseconds since 1970; null where it has none. */
export function valueAround({ times, values }: Metric, time: number): number | null {
  const at = nearValue(times, time, farthest);
  return at === null ? null : (values[at] ?? null);
}

/**
 * Memory that the process had and its heap profile has not, at each capture: garbage that was not collected yet, stacks,
 * what the allocator keeps, C. `rss` is in bytes; of its values the nearest one counts, unless it is too far away for its
 * own spacing. Null where no capture has one. RSS can be less than the heap, where pages were swapped out.
 */
export function withoutHeap(rss: Metric, captures: readonly HeapAt[]): Metric | null {
  const found = captures.flatMap(({ time, total }) => {
    const value = valueAround(rss, time);
    return value === null ? [] : [{ time, value: value - total }];
  });
  if (found.length === 0) return null;
  return {
    name: l10n.t`${rss.name} without the heap`,
    times: Float64Array.from(found, ({ time }) => time),
    values: Float64Array.from(found, ({ value }) => value),
  };
}
