import { formatCount, formatDelta, formatDuration, formatPercent, formatValue } from '../format.ts';
import { type Course, fewestCaptures, isWithinNoise, valueAt } from './course.ts';
import { formatRate } from './rate.ts';
import type { Estimate, Verdict } from './series.ts';
import { type Shape, shapeOf } from './shape.ts';

/** From here on what was freed after the load is most of what had come. */
const mostDrained = 0.8;
/** Up to here hardly anything was. */
const hardlyDrained = 0.2;
/** A weaker correlation with requests is none. */
const leastCorrelation = 0.5;

/** Judges how a value went. */
export function verdictOf(course: Course): Verdict {
  const shape = shapeOf(course);
  const perHour = course.hours === null || shape.captures.length < fewestCaptures ? null : shape.slope;
  const judged = judge(course, shape, perHour);
  return {
    ...judged,
    perHour: judged.kind === 'cannotSay' && course.distinct < fewestCaptures ? null : perHour,
  };
}

type Judged = Pick<Verdict, 'kind' | 'sentence'>;

function judge(course: Course, shape: Shape, perHour: Estimate | null): Judged {
  const { drained, captures, floor, step, traffic } = shape;
  if (drained !== null && drained.share >= mostDrained) return backlog(course, shape);
  const stayed = drained === null ? '' : ` ${afterLoad(course, shape)}`;
  const path = pathOf(course, captures);
  const few = tooFew(course, captures.length);
  if (few !== null) return { kind: 'cannotSay', sentence: `Cannot say: ${few}; ${path}.${stayed}` };
  const rate = perHour === null ? '' : `, ${formatRate(perHour, spanOf(course, captures), course.unit)}`;
  if (step !== null) {
    const change = formatDelta(valueAt(course, step.to) - valueAt(course, step.from), course.unit);
    const share = step.share === 1 ? 'all' : formatPercent(step.share);
    const sentence = `One step: ${change} between captures ${course.firstNumber + step.from} and ${course.firstNumber + step.to} is ${share} of the change; ${path}.${stayed}`;
    return { kind: 'oneStep', sentence };
  }
  const follows =
    traffic !== null &&
    traffic.withRequests >= leastCorrelation &&
    traffic.withRequests > traffic.withTime &&
    isMoving(course, captures);
  // What stayed once the load had stopped does not follow it.
  if (follows && drained === null) {
    const sentence = `Follows traffic: its rank correlation with requests is ${ratio(traffic.withRequests)}, with time ${ratio(traffic.withTime)}; ${path}.`;
    return { kind: 'followsTraffic', sentence };
  }
  if (shape.rises && shape.neverBelow) {
    const what = floor.length < captures.length ? `its floor, seen ${floor.length} times, never` : 'never';
    const sentence = `Staircase: ${path}, ${what} again below an earlier level${noiseNote(course, shape)}${rate}.${chance(course, shape)}${stayed}`;
    return { kind: 'staircase', sentence };
  }
  if (shape.rises) {
    const sentence = `Cannot say: it rises${rate}, ${path}, but falls below earlier levels in between, as what follows traffic does.${stayed}`;
    return { kind: 'cannotSay', sentence };
  }
  return { kind: 'flat', sentence: `${flat(course, shape, path, perHour)}${stayed}` };
}

/** Why there is no trend to see; null where there are captures enough. */
function tooFew({ distinct }: Course, captures: number): string | null {
  if (captures < fewestCaptures) {
    const have = captures === 1 ? 'one capture makes' : `${captures} captures make`;
    return `${have} no trend, it takes ${fewestCaptures}`;
  }
  if (distinct >= fewestCaptures) return null;
  const heaps = distinct === 1 ? 'one and the same heap' : `only ${distinct} different heaps`;
  return `${captures} captures show ${heaps}, as when no garbage is collected in between, and it takes ${fewestCaptures}`;
}

function backlog(course: Course, shape: Shape): Judged {
  return { kind: 'followsTraffic', sentence: `Backlog: ${afterLoad(course, shape)}` };
}

/** What became of the growth once the load had stopped. */
function afterLoad({ unit, values }: Course, { drained }: Shape): string {
  if (drained === null) return '';
  const grown = (values[drained.peak] ?? 0) - (values[drained.first] ?? 0);
  const left = formatValue(values[drained.settled] ?? 0, unit);
  const whole = formatDelta(grown, unit);
  if (drained.share <= 0) return `Nothing of the ${whole} drained once the load had stopped: ${left} left.`;
  const share = formatPercent(Math.min(1, drained.share));
  const only = drained.share <= hardlyDrained ? 'Only ' : '';
  return `${only}${share} of the ${whole} drained once the load had stopped: ${left} left.`;
}

/** Whether any two captures differ beyond noise. */
function isMoving(course: Course, captures: readonly number[]): boolean {
  const ranked = [...captures].sort((a, b) => valueAt(course, a) - valueAt(course, b));
  return !isWithinNoise(course, ranked[0] ?? 0, ranked.at(-1) ?? 0);
}

function flat(course: Course, shape: Shape, path: string, perHour: Estimate | null): string {
  const { slope, floor, captures } = shape;
  const rate = perHour === null ? '' : ` (${formatRate(perHour, spanOf(course, captures), course.unit)})`;
  const [first, last] = [floor[0] ?? 0, floor.at(-1) ?? 0];
  if (slope !== null && slope.high < 0) return `No growth: ${path}, it falls${rate}.`;
  if (slope !== null && slope.low > 0) {
    const noise = formatValue(2 * course.standardError(first, last), course.unit);
    return `Flat: ${path}, within sampling noise (± ${noise})${rate}.`;
  }
  if (captures.every(at => valueAt(course, at) === valueAt(course, first)))
    return `Flat: ${path}, no change.`;
  return `Flat: ${path}, and no trend in between${rate}.`;
}

function pathOf({ values, unit, hours }: Course, captures: readonly number[]): string {
  const [first, last] = [captures[0] ?? 0, captures.at(-1) ?? 0];
  if (captures.length < 2) return formatValue(values[first] ?? 0, unit);
  const span = spanOf({ hours }, captures);
  const time = span > 0 ? ` in ${formatDuration(span)}` : '';
  return `${formatValue(values[first] ?? 0, unit)} → ${formatValue(values[last] ?? 0, unit)} over ${captures.length} captures${time}`;
}

/** Milliseconds from the first of the captures to the last; 0 where that is not known. */
function spanOf({ hours }: Pick<Course, 'hours'>, captures: readonly number[]): number {
  return ((hours?.[captures.at(-1) ?? 0] ?? 0) - (hours?.[captures[0] ?? 0] ?? 0)) * 3_600_000;
}

function noiseNote(course: Course, { floor }: Shape): string {
  const falls = floor.some((at, i) => i > 0 && valueAt(course, at) < valueAt(course, floor[i - 1] ?? 0));
  return falls ? ' by more than noise' : '';
}

/** How often chance alone makes a site rise at every capture: once in n! orders. */
function chance({ sites }: Course, { captures, risesAtEach }: Shape): string {
  if (!risesAtEach || sites === null) return '';
  const orders = factorial(captures.length);
  const expected = sites / orders;
  const rises = ` It rose at each of ${captures.length} captures`;
  if (expected >= 0.5)
    return `${rises}, as ${formatCount(expected)} of ${formatCount(sites)} sites do by chance.`;
  return `${rises}; by chance 1 site in ${formatCount(rounded(orders))} does.`;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= Math.min(n, 20); i++) product *= i;
  return product;
}

/** Two digits say it all. */
function rounded(count: number): number {
  return Number(count.toPrecision(2));
}

function ratio(correlation: number): string {
  return correlation.toFixed(2).replace('-', '−');
}
