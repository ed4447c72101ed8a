import { median } from 'simple-statistics';
import type { Estimate } from './series.ts';

/** The 0.975 quantile of the normal distribution, to the digits of a double. */
const z = 1.959963984540054;

/**
 * Theil–Sen slope of `values` over `times`: the median of the slopes of all pairs whose times differ, with Sen's interval
 * of 95 % by their ranks, its variance corrected for ties (P. K. Sen, Estimates of the Regression Coefficient Based on
 * Kendall's Tau, JASA 63, 1968, equation 2.6; as `scipy.stats.theilslopes` has it). Value per unit of time; null where
 * all times are one. Quadratic in the number of values.
 */
export function theilSen(times: readonly number[], values: readonly number[]): Estimate | null {
  const slopes = pairSlopes(times, values);
  if (slopes.length === 0) return null;
  const n = values.length;
  const variance = (tieTerm(n) - tieTerms(times) - tieTerms(values)) / 18;
  const reach = z * Math.sqrt(Math.max(0, variance));
  const last = slopes.length - 1;
  const low = Math.max(Math.round((slopes.length - reach) / 2) - 1, 0);
  const high = Math.min(Math.round((slopes.length + reach) / 2), last);
  return { value: median([...slopes]), low: slopes[low] as number, high: slopes[high] as number };
}

/** Ascending. */
function pairSlopes(times: readonly number[], values: readonly number[]): Float64Array {
  const n = values.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  for (let j = 1; j < n; j++) {
    for (let i = 0; i < j; i++) {
      const time = (times[j] as number) - (times[i] as number);
      if (time !== 0) slopes[count++] = ((values[j] as number) - (values[i] as number)) / time;
    }
  }
  return slopes.subarray(0, count).sort();
}

function tieTerm(k: number): number {
  return k * (k - 1) * (2 * k + 5);
}

/** Of all values that are there more than once. */
function tieTerms(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count > 1 ? tieTerm(count) : 0), 0);
}
