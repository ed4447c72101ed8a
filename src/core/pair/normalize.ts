import { sum } from './sum.ts';

/**
 * Current values scaled so that their sum is the base's, as pprof's `-normalize` does: by Σbase ÷ Σcurrent, 0 when
 * nothing is there to scale, each value rounded to the nearest integer, halves away from zero.
 */
export function normalized(base: Float64Array, current: Float64Array): Float64Array {
  const total = sum(current);
  const ratio = total === 0 ? 0 : sum(base) / total;
  if (ratio === 1) return current;
  return current.map(value => {
    const scaled = value * ratio;
    return Math.trunc(scaled) + (Math.abs(scaled % 1) >= 0.5 ? Math.sign(scaled) : 0);
  });
}
