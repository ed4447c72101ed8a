import { sampleRankCorrelation } from 'simple-statistics';
import { type Course, floorOf, isWithinNoise, trendCaptures, valueAt } from './course.ts';
import type { Estimate } from './series.ts';
import { theilSen } from './theilSen.ts';

/** What can be measured of a course before it is judged. */
export interface Shape {
  /** Captures that a trend is seen in, and those of them that make its floor. */
  readonly captures: readonly number[];
  readonly floor: readonly number[];
  /** Of the floor, an hour or, where times are not known, a capture. */
  readonly slope: Estimate | null;
  /** The floor rises, and sampling alone would not make it. */
  readonly rises: boolean;
  /** Of the floor: it never falls below an earlier level by more than noise. */
  readonly neverBelow: boolean;
  /** Every capture is above the one before. */
  readonly risesAtEach: boolean;
  readonly step: Step | null;
  readonly drained: Drained | null;
  /** Rank correlations, null without requests. */
  readonly traffic: { readonly withRequests: number; readonly withTime: number } | null;
}

/** One change that carries most of all there was. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** What was freed once the load had stopped. */
export interface Drained {
  readonly first: number;
  readonly peak: number;
  readonly settled: number;
  /** Of the growth from `first` to `peak`; above 1 where less is left than there was. */
  readonly share: number;
}

/** The slope is quadratic in the captures, and is asked for by site. */
const mostInSlope = 400;
/** Share of all change that one step has to carry. */
const stepShare = 0.8;
/** Standard errors that it has to stand out by: of many captures two differ by two. */
const stepErrors = 3;

export function shapeOf(course: Course): Shape {
  const captures = trendCaptures(course);
  const floor = floorOf(course, captures);
  const some = evenly(floor, mostInSlope);
  const slope = theilSen(
    some.map(at => course.hours?.[at] ?? at),
    some.map(at => valueAt(course, at)),
  );
  return {
    captures,
    floor,
    slope,
    rises: slope !== null && slope.low > 0 && isAboveNoise(course, floor),
    neverBelow: isNeverBelow(course, floor),
    risesAtEach: captures.every(
      (at, i) => i === 0 || valueAt(course, at) > valueAt(course, captures[i - 1] ?? 0),
    ),
    step: stepOf(course, captures),
    drained: drainedOf(course),
    traffic: trafficOf(course, captures),
  };
}

/** So many of a row, its first and last among them. */
function evenly(row: readonly number[], most: number): readonly number[] {
  if (row.length <= most) return row;
  return Array.from({ length: most }, (_, i) => row[Math.round((i * (row.length - 1)) / (most - 1))] ?? 0);
}

function isAboveNoise(course: Course, floor: readonly number[]): boolean {
  const [first, last] = [floor[0] ?? 0, floor.at(-1) ?? 0];
  return valueAt(course, last) > valueAt(course, first) && !isWithinNoise(course, first, last);
}

function isNeverBelow(course: Course, floor: readonly number[]): boolean {
  let highest = floor[0] ?? 0;
  for (const at of floor) {
    if (valueAt(course, at) >= valueAt(course, highest)) highest = at;
    else if (!isWithinNoise(course, highest, at)) return false;
  }
  return true;
}

/**
 * The largest change, if it carries most of what the values came to and of all changes beyond noise, and no later value
 * comes back over it.
 */
function stepOf(course: Course, captures: readonly number[]): Step | null {
  let largest: Step | null = null;
  let most = 0;
  let sum = 0;
  captures.forEach((to, i) => {
    const from = captures[i - 1];
    if (from === undefined) return;
    const change = Math.abs(valueAt(course, to) - valueAt(course, from));
    if (isWithinNoise(course, from, to)) return;
    sum += change;
    if (change > most) {
      most = change;
      largest = { from, to, share: 0 };
    }
  });
  const step = largest as Step | null;
  const [first, last] = [captures[0] ?? 0, captures.at(-1) ?? 0];
  const share = most / Math.max(sum, Math.abs(valueAt(course, last) - valueAt(course, first)));
  if (
    step === null ||
    most <= stepErrors * course.standardError(step.from, step.to) ||
    share < stepShare ||
    !isApart(course, captures, step)
  )
    return null;
  return { ...step, share };
}

/** All values before the step are on one side of all values after it. */
function isApart(course: Course, captures: readonly number[], { to }: Step): boolean {
  const before = captures.filter(at => at < to).map(at => valueAt(course, at));
  const after = captures.filter(at => at >= to).map(at => valueAt(course, at));
  return Math.max(...before) < Math.min(...after) || Math.min(...before) > Math.max(...after);
}

/**
 * What the last settled capture has left of the highest value before it. What came after it and went higher, nobody has seen settle.
 */
function drainedOf(course: Course): Drained | null {
  const settled = course.settled.lastIndexOf(true);
  const before = course.settled.flatMap((is, at) => (at < settled && !is ? [at] : []));
  const [first] = before;
  if (first === undefined) return null;
  const peak = before.reduce((best, at) => (valueAt(course, at) > valueAt(course, best) ? at : best), first);
  const growth = valueAt(course, peak) - valueAt(course, first);
  if (growth <= 0 || isWithinNoise(course, first, peak)) return null;
  const isHigher = (at: number): boolean =>
    valueAt(course, at) > valueAt(course, peak) && !isWithinNoise(course, peak, at);
  if (course.values.some((_, at) => at > settled && isHigher(at))) return null;
  return { first, peak, settled, share: (valueAt(course, peak) - valueAt(course, settled)) / growth };
}

function trafficOf({ requests, hours, values }: Course, captures: readonly number[]): Shape['traffic'] {
  if (requests === null || captures.length < 3) return null;
  const at = (column: readonly number[]): number[] => captures.map(each => column[each] ?? 0);
  const withRequests = rankCorrelation(at(requests), at(values));
  const withTime = rankCorrelation(hours === null ? [...captures] : at(hours), at(values));
  return { withRequests, withTime };
}

/** Spearman's; 0 where one of them does not change. */
function rankCorrelation(some: readonly number[], others: readonly number[]): number {
  const correlation = sampleRankCorrelation([...some], [...others]);
  return Number.isFinite(correlation) ? correlation : 0;
}
