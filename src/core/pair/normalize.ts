/**
 * What pprof's `-normalize` scales the current profile by: Σbase ÷ Σcurrent, 0 when nothing is there to scale.
 */
export function normalRatio(base: number, current: number): number {
  return current === 0 ? 0 : base / current;
}

/** Values scaled, each rounded to the nearest integer, halves away from zero. */
export function scaled(values: Float64Array, ratio: number): Float64Array {
  if (ratio === 1) return values;
  return values.map(value => {
    const exact = value * ratio;
    return Math.trunc(exact) + (Math.abs(exact % 1) >= 0.5 ? Math.sign(exact) : 0);
  });
}
