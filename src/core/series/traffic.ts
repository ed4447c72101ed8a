import type { Metric } from './series.ts';

/**
 * Requests a second that led up to each capture, `times` in milliseconds since 1970: the mean of what was counted since
 * the capture before, of all metrics together. A counter is taken for its growth a second; where it falls it was started
 * anew. Null where nothing was counted around the captures.
 */
export function requestsUpTo(metrics: readonly Metric[], times: readonly number[]): readonly number[] | null {
  const each = metrics.flatMap(metric => {
    const rates = ratesUpTo(metric, times);
    return rates === null ? [] : [rates];
  });
  if (each.length === 0) return null;
  return times.map((_, i) => each.reduce((sum, rates) => sum + (rates[i] ?? 0), 0));
}

function ratesUpTo(metric: Metric, captures: readonly number[]): number[] | null {
  const { times, values } = metric;
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined || times.length < 2) return null;
  if ((times[0] ?? 0) > last || (times.at(-1) ?? 0) < first) return null;
  const spacing = (last - first) / Math.max(1, captures.length - 1);
  const since = (i: number): number => captures[i - 1] ?? first - spacing;
  if (!isCounter(metric)) return captures.map((until, i) => mean(times, values, since(i), until));
  const counted = countedUpTo(values);
  return captures.map((until, i) => growth(times, counted, since(i), until));
}

/** So many values of a rate fall somewhere. */
const fewestOfCounter = 8;

/** Whether a metric counts on: by its name, as Prometheus has them, or since it has values enough and never falls. */
function isCounter({ name, values }: Metric): boolean {
  if (/_total\b|_count\b|\bcounter\b/i.test(name)) return true;
  const rises = (values.at(-1) ?? 0) > (values[0] ?? 0);
  return (
    rises &&
    values.length >= fewestOfCounter &&
    values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0))
  );
}

/** What a counter has come to since its first value, as if it had never been started anew. */
function countedUpTo(values: Float64Array): Float64Array {
  const counted = new Float64Array(values.length);
  for (let i = 1; i < values.length; i++) {
    const [before, now] = [values[i - 1] ?? 0, values[i] ?? 0];
    counted[i] = (counted[i - 1] ?? 0) + (now >= before ? now - before : now);
  }
  return counted;
}

/** Of the values in (since, until]; where there is none, the nearest before, else the first. */
function mean(times: Float64Array, values: Float64Array, since: number, until: number): number {
  const [from, to] = [after(times, since), after(times, until)];
  if (from === to) return values[Math.max(0, to - 1)] ?? 0;
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum / (to - from);
}

/** A second. */
function growth(times: Float64Array, values: Float64Array, since: number, until: number): number {
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
