import type { Metric } from './series.ts';

/**
 * Requests a second that led up to each capture, `times` in milliseconds since 1970: the mean of what was counted since
 * the capture before, of all metrics together. A counter, which never falls, is taken for its growth a second. Null where
 * nothing was counted around the captures.
 */
export function requestsUpTo(metrics: readonly Metric[], times: readonly number[]): readonly number[] | null {
  const each = metrics.flatMap(metric => {
    const rates = ratesUpTo(metric, times);
    return rates === null ? [] : [rates];
  });
  const [first] = each;
  if (first === undefined) return null;
  return times.map((_, i) => each.reduce((sum, rates) => sum + (rates[i] ?? 0), 0));
}

function ratesUpTo({ times, values }: Metric, captures: readonly number[]): number[] | null {
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined || times.length < 2) return null;
  const isCounter = values.length > 2 && values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0));
  const spacing = (last - first) / Math.max(1, captures.length - 1);
  const rates = captures.map((until, i) => {
    const since = captures[i - 1] ?? until - spacing;
    return isCounter ? growth(times, values, since, until) : mean(times, values, since, until);
  });
  return rates.every(rate => rate !== null) ? rates : null;
}

/** Of the values in (since, until], or of the last before; null where there is none. */
function mean(times: Float64Array, values: Float64Array, since: number, until: number): number | null {
  const [from, to] = [after(times, since), after(times, until)];
  if (from === to) return to === 0 ? (values[0] ?? null) : (values[to - 1] ?? null);
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum / (to - from);
}

/** A second. */
function growth(times: Float64Array, values: Float64Array, since: number, until: number): number | null {
  const [from, to] = [Math.max(0, after(times, since) - 1), Math.max(0, after(times, until) - 1)];
  const seconds = ((times[to] ?? 0) - (times[from] ?? 0)) / 1000;
  return seconds > 0 ? ((values[to] ?? 0) - (values[from] ?? 0)) / seconds : 0;
}

/** Index of the first time after `time`. */
function after(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
