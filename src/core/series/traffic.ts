import { firstAfter, nearValue } from './nearValue.ts';
import type { Metric } from './series.ts';

/** With a value one step away there is some room for when it was taken; further away nothing is known. */
const farthest = 1.5;

/**
 * Requests a second that led up to each capture, `times` in milliseconds since 1970: the mean of what was counted since
 * the capture before, of all metrics together. A counter is taken for its growth a second; where it falls it was started
 * anew. A metric without a value near each capture (`capturesWithout`) is none of them; null where there is no other.
 */
export function requestsUpTo(metrics: readonly Metric[], times: readonly number[]): readonly number[] | null {
  const each = metrics.flatMap(metric => {
    const rates = ratesUpTo(metric, times);
    return rates === null ? [] : [rates];
  });
  if (each.length === 0) return null;
  return times.map((_, i) => each.reduce((sum, rates) => sum + (rates[i] ?? 0), 0));
}

/**
 * How many of the captures a metric has no value near, `times` in milliseconds since 1970: of one value alone, and of what
 * ended before the first of them or began after the last, nothing is known of any.
 */
export function capturesWithout(metric: Metric, times: readonly number[]): number {
  const [first = 0, last = 0] = [metric.times[0], metric.times.at(-1)];
  if (first === last || times.every(time => time > last) || times.every(time => time < first)) {
    return times.length;
  }
  return times.filter(time => nearValue(metric.times, time, farthest) === null).length;
}

function ratesUpTo(metric: Metric, captures: readonly number[]): number[] | null {
  const { times, values } = metric;
  const [first, last] = [captures[0], captures.at(-1)];
  if (first === undefined || last === undefined || capturesWithout(metric, captures) > 0) return null;
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

/** Of the values in (since, until]; where there is none, the nearest to its end. */
function mean(times: Float64Array, values: Float64Array, since: number, until: number): number {
  const [from, to] = [firstAfter(times, since), firstAfter(times, until)];
  if (from === to) return values[nearValue(times, until, farthest) ?? 0] ?? 0;
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] ?? 0;
  return sum / (to - from);
}

/** A second, between the last values until both times; where that is one value, to the next one. */
function growth(times: Float64Array, values: Float64Array, since: number, until: number): number {
  const last = times.length - 1;
  const from = Math.min(last - 1, Math.max(0, firstAfter(times, since) - 1));
  const to = Math.max(from + 1, firstAfter(times, until) - 1);
  return ((values[to] ?? 0) - (values[from] ?? 0)) / (((times[to] ?? 0) - (times[from] ?? 0)) / 1000);
}
