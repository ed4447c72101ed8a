import type { Metric } from '../series/series.ts';

/**
 * A metric with no more points than can be drawn, about four for each of `stretches` of time: the first, the lowest, the
 * highest and the last. What a line through all points would touch, one through these touches.
 */
export function thinned(metric: Metric, stretches: number): Metric {
  const { name, times, values } = metric;
  if (times.length <= 4 * stretches) return metric;
  const start = times[0] as number;
  const length = ((times.at(-1) as number) - start) / stretches || 1;
  const kept: number[] = [];
  let from = 0;
  while (from < times.length) {
    const stretch = Math.floor(((times[from] as number) - start) / length);
    let [to, low, high] = [from, from, from];
    for (; to < times.length && Math.floor(((times[to] as number) - start) / length) === stretch; to++) {
      if ((values[to] as number) < (values[low] as number)) low = to;
      if ((values[to] as number) > (values[high] as number)) high = to;
    }
    kept.push(...new Set([from, low, high, to - 1].sort((a, b) => a - b)));
    from = to;
  }
  return {
    name,
    times: Float64Array.from(kept, row => times[row] as number),
    values: Float64Array.from(kept, row => values[row] as number),
  };
}
