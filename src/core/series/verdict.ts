import * as l10n from '@vscode/l10n';
import { formatCount, formatDelta, formatDuration, formatPercent, formatValue } from '../format.ts';
import { sentences } from '../sentences.ts';
import { type Course, fewestCaptures, isWithinNoise, valueAt } from './course.ts';
import { formatRate } from './rate.ts';
import type { Estimate, Left, Verdict } from './series.ts';
import { type Drained, type Shape, shapeOf } from './shape.ts';

/** From here on what was freed after the load is most of what had come. */
const mostDrained = 0.8;
/** Up to here hardly anything was. */
const hardlyDrained = 0.2;
/** What goes up and down by more of its highest value than this nobody would call flat. */
const mostInFlat = 0.2;
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
    seen: {
      captures: shape.captures.length,
      milliseconds: spanOf(course, shape.captures),
      change: changeOf(course, shape.captures),
    },
    left: leftOf(course, shape.drained),
  };
}

/** From the first of the captures to the last. */
export function changeOf({ values }: Pick<Course, 'values'>, captures: readonly number[]): number {
  return (values[captures.at(-1) ?? 0] ?? 0) - (values[captures[0] ?? 0] ?? 0);
}

function leftOf(course: Course, drained: Drained | null): Left | null {
  if (drained === null) return null;
  const { first, settled } = drained;
  return {
    change: changeOf(course, [first, settled]),
    milliseconds: spanOf(course, [first, settled]),
    isNoise: isWithinNoise(course, first, settled),
  };
}

type Judged = Pick<Verdict, 'kind' | 'sentence'>;

function judge(course: Course, shape: Shape, perHour: Estimate | null): Judged {
  const { drained, captures, floor, step, traffic } = shape;
  const isFloorSettled = captures.every(at => course.settled[at]);
  // Of a floor that rises each time the load has stopped, most of each load drains, and a leak stays.
  const isLeft = isFloorSettled && shape.rises && shape.neverBelow;
  if (drained !== null && drained.share >= mostDrained && !isLeft) return backlog(course, shape);
  const stayed = afterLoad(course, shape);
  const path = pathOf(course, captures);
  const few = tooFew(course, captures.length);
  if (few !== null)
    return { kind: 'cannotSay', sentence: sentences(l10n.t`Cannot say: ${few}; ${path}.`, stayed) };
  const rate = perHour === null ? null : formatRate(perHour, spanOf(course, captures), course.unit);
  if (step !== null) {
    const change = formatDelta(valueAt(course, step.to) - valueAt(course, step.from), course.unit);
    const [from, to] = [course.firstNumber + step.from, course.firstNumber + step.to];
    const sentence =
      step.share === 1
        ? l10n.t`One step: ${change} between captures ${from} and ${to} is all of the change; ${path}.`
        : l10n.t`One step: ${change} between captures ${from} and ${to} is ${formatPercent(step.share)} of the change; ${path}.`;
    return { kind: 'oneStep', sentence: sentences(sentence, stayed) };
  }
  const follows =
    traffic !== null &&
    traffic.withRequests >= leastCorrelation &&
    traffic.withRequests > traffic.withTime &&
    isMoving(course, captures);
  // What stayed once the load had stopped does not follow it.
  if (follows && drained === null) {
    const sentence = l10n.t`Follows traffic: its rank correlation with requests is ${ratio(traffic.withRequests)}, with time ${ratio(traffic.withTime)}; ${path}.`;
    return { kind: 'followsTraffic', sentence };
  }
  if (shape.rises && shape.neverBelow) {
    const times = floor.length < captures.length ? floor.length : null;
    const rose = neverBelow(path, times, fallsAgain(course, shape));
    const sentence = rate === null ? l10n.t`Staircase: ${rose}.` : l10n.t`Staircase: ${rose}, ${rate}.`;
    return { kind: 'staircase', sentence: sentences(sentence, chance(course, shape), stayed) };
  }
  if (shape.rises) {
    const sentence =
      rate === null
        ? l10n.t`Cannot say: it rises, ${path}, but falls below earlier levels in between, as what follows traffic does.`
        : l10n.t`Cannot say: it rises, ${rate}, ${path}, but falls below earlier levels in between, as what follows traffic does.`;
    return { kind: 'cannotSay', sentence: sentences(sentence, stayed) };
  }
  return { kind: 'flat', sentence: sentences(flat(course, shape, path, rate), stayed) };
}

/** Why there is no trend to see; null where there are captures enough. */
function tooFew({ distinct }: Course, captures: number): string | null {
  if (captures === 1) return l10n.t`one capture makes no trend, it takes ${fewestCaptures}`;
  if (captures < fewestCaptures)
    return l10n.t`${captures} captures make no trend, it takes ${fewestCaptures}`;
  if (distinct >= fewestCaptures) return null;
  return distinct === 1
    ? l10n.t`${captures} captures show one and the same heap, as when no garbage is collected in between, and it takes ${fewestCaptures}`
    : l10n.t`${captures} captures show only ${distinct} different heaps, as when no garbage is collected in between, and it takes ${fewestCaptures}`;
}

function backlog(course: Course, shape: Shape): Judged {
  return { kind: 'followsTraffic', sentence: l10n.t`Backlog: ${afterLoad(course, shape)}` };
}

/** What became of the growth once the load had stopped; empty where nobody has seen it. */
function afterLoad({ unit, values }: Course, { drained }: Shape): string {
  if (drained === null) return '';
  const grown = (values[drained.peak] ?? 0) - (values[drained.first] ?? 0);
  const left = formatValue(values[drained.settled] ?? 0, unit);
  const whole = formatDelta(grown, unit);
  if (drained.share <= 0)
    return l10n.t`Nothing of the ${whole} drained once the load had stopped: ${left} left.`;
  const share = formatPercent(Math.min(1, drained.share));
  return drained.share <= hardlyDrained
    ? l10n.t`Only ${share} of the ${whole} drained once the load had stopped: ${left} left.`
    : l10n.t`${share} of the ${whole} drained once the load had stopped: ${left} left.`;
}

/** Whether any two captures differ beyond noise. */
function isMoving(course: Course, captures: readonly number[]): boolean {
  const ranked = [...captures].sort((a, b) => valueAt(course, a) - valueAt(course, b));
  return !isWithinNoise(course, ranked[0] ?? 0, ranked.at(-1) ?? 0);
}

function flat(course: Course, { slope, floor, captures }: Shape, path: string, rate: string | null): string {
  const [first, last] = [floor[0] ?? 0, floor.at(-1) ?? 0];
  if (slope !== null && slope.high < 0)
    return rate === null
      ? l10n.t`No growth: ${path}, it falls.`
      : l10n.t`No growth: ${path}, it falls (${rate}).`;
  if (slope !== null && slope.low > 0) {
    const noise = formatValue(2 * course.standardError(first, last), course.unit);
    return rate === null
      ? l10n.t`Flat: ${path}, within sampling noise (± ${noise}).`
      : l10n.t`Flat: ${path}, within sampling noise (± ${noise}) (${rate}).`;
  }
  if (captures.every(at => valueAt(course, at) === valueAt(course, first)))
    return l10n.t`Flat: ${path}, no change.`;
  const values = captures.map(at => valueAt(course, at));
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (isMoving(course, captures) && highest - lowest > mostInFlat * highest) {
    const seldom = oneWay(values);
    if (seldom !== null)
      return rate === null
        ? l10n.t`No sure trend: ${path}, ${seldom}.`
        : l10n.t`No sure trend: ${path}, ${seldom} (${rate}).`;
    const [low, high] = [formatValue(lowest, course.unit), formatValue(highest, course.unit)];
    return rate === null
      ? l10n.t`No trend: ${path}, up and down between ${low} and ${high}.`
      : l10n.t`No trend: ${path}, up and down between ${low} and ${high} (${rate}).`;
  }
  return rate === null
    ? l10n.t`Flat: ${path}, and no trend in between.`
    : l10n.t`Flat: ${path}, and no trend in between (${rate}).`;
}

/** What went one way only, and yet too seldom: null of what went up and down. */
function oneWay(values: readonly number[]): string | null {
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  if (!steps.some(step => step < 0))
    return l10n.t`never down, but not up often enough to be told from chance`;
  if (!steps.some(step => step > 0))
    return l10n.t`never up, but not down often enough to be told from chance`;
  return null;
}

function pathOf({ values, unit, hours }: Course, captures: readonly number[]): string {
  const [first, last] = [captures[0] ?? 0, captures.at(-1) ?? 0];
  if (captures.length < 2) return formatValue(values[first] ?? 0, unit);
  const span = spanOf({ hours }, captures);
  const [from, to] = [first, last].map(at => formatValue(values[at] ?? 0, unit)) as [string, string];
  return span > 0
    ? l10n.t`${from} → ${to} over ${captures.length} captures in ${formatDuration(span)}`
    : l10n.t`${from} → ${to} over ${captures.length} captures`;
}

/** Milliseconds from the first of the captures to the last; 0 where that is not known. */
function spanOf({ hours }: Pick<Course, 'hours'>, captures: readonly number[]): number {
  return ((hours?.[captures.at(-1) ?? 0] ?? 0) - (hours?.[captures[0] ?? 0] ?? 0)) * 3_600_000;
}

/** That a value never fell, or its floor where that was seen so many times; by no more than noise where it did. */
function neverBelow(path: string, floors: number | null, fell: boolean): string {
  if (floors === null)
    return fell
      ? l10n.t`${path}, never again below an earlier level by more than noise`
      : l10n.t`${path}, never again below an earlier level`;
  return fell
    ? l10n.t`${path}, its floor, seen ${floors} times, never again below an earlier level by more than noise`
    : l10n.t`${path}, its floor, seen ${floors} times, never again below an earlier level`;
}

function fallsAgain(course: Course, { floor }: Shape): boolean {
  return floor.some((at, i) => i > 0 && valueAt(course, at) < valueAt(course, floor[i - 1] ?? 0));
}

/** How often chance alone makes a site rise at every capture: once in n! orders. */
function chance({ sites }: Course, { captures, risesAtEach }: Shape): string {
  if (!risesAtEach || sites === null) return '';
  const orders = factorial(captures.length);
  const expected = sites / orders;
  return expected >= 0.5
    ? l10n.t`It rose at each of ${captures.length} captures, as ${formatCount(expected)} of ${formatCount(sites)} sites do by chance.`
    : l10n.t`It rose at each of ${captures.length} captures; by chance 1 site in ${formatCount(rounded(orders))} does.`;
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
