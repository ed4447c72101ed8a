import { median } from 'simple-statistics';

/** What sampling makes of the values of a series, as variances in the unit squared. */
export interface Sampling {
  /** Of the value of a capture by itself. */
  readonly ofValue: (at: number) => number;
  /** Of a change in which all that did not come or go is the same objects, sampled once (`noiseOf` in measures/noise.ts). */
  readonly ofChange: (from: number, to: number) => number;
}

/** The median of a normal variable's distance from 0, in standard deviations. */
const normalMedian = 0.6744897501960817;

/**
 * Standard error of the change from one capture to another. Where the same objects stayed it is that of what came or went;
 * where each capture sees new ones, it is that of both values. A series shows by its own scatter which of the two it is.
 */
export function changeError(
  values: readonly number[],
  { ofValue, ofChange }: Sampling,
): (from: number, to: number) => number {
  const scattered = 2 * scatter(values) ** 2;
  return (from, to) => {
    const anew = ofValue(from) + ofValue(to);
    return Math.sqrt(Math.max(ofChange(from, to), Math.min(anew, scattered)));
  };
}

/**
 * Standard deviation of values around the line through their neighbours, by the median of their distances, so that a step
 * is none of it. Of v − (u + w) ÷ 2 the variance is 3 ÷ 2 that of v.
 */
function scatter(values: readonly number[]): number {
  const distances = values.slice(1, -1).map((value, i) => {
    const [before, after] = [values[i] ?? 0, values[i + 2] ?? 0];
    return Math.abs(value - (before + after) / 2);
  });
  return distances.length === 0 ? 0 : median(distances) / normalMedian / Math.sqrt(1.5);
}
