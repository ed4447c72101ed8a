import { changeError } from '../../../src/core/series/changeError.ts';
import type { Course } from '../../../src/core/series/course.ts';

/** A random number generator that gives the same series on every run. */
export type Random = () => number;

/** mulberry32 (T. Ettinger, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Samples taken of so many that are expected. */
function poisson(random: Random, expected: number): number {
  if (expected > 500) return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal(random)));
  const limit = Math.exp(-expected);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}

const period = 524_288;
const hoursApart = 0.25;

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** A site sampled each half MiB: `samples` of it at each capture. */
function sampled(samples: readonly number[], rest: Partial<Course> = {}): Course {
  const values = samples.map(count => count * period);
  return {
    hours: values.map((_, at) => at * hoursApart),
    values,
    settled: values.map(() => false),
    requests: null,
    // Of objects that are small against the period: as many samples, each of a period.
    standardError: changeError(values, {
      ofValue: at => period * (values[at] ?? 0),
      ofChange: (from, to) => period * Math.abs((values[to] ?? 0) - (values[from] ?? 0)),
    }),
    distinct: new Set(values).size,
    sites: 100,
    unit: 'bytes',
    firstNumber: 1,
    ...rest,
  };
}

function captures(random: Random): number[] {
  return Array.from({ length: Math.floor(between(random, 6, 25)) }, (_, at) => at);
}

/** Objects that live through all captures, sampled once. */
function flat(random: Random): Course {
  const level = poisson(random, between(random, 5, 500));
  // Something comes and goes elsewhere: the captures differ.
  return sampled(
    captures(random).map(() => level),
    { distinct: 9 },
  );
}

/** Objects that are all new at each capture, sampled each time. */
function noise(random: Random): Course {
  const level = between(random, 1, 500);
  return sampled(captures(random).map(() => poisson(random, level)));
}

/** A few values again and again: what a small pool holds. */
function ties(random: Random): Course {
  const levels = Array.from({ length: 3 }, () => poisson(random, between(random, 1, 60)));
  return sampled(
    captures(random).map(() => levels[Math.floor(random() * levels.length)] ?? 0),
    { distinct: 9 },
  );
}

/** A heap that grows until it is collected, to the same level each time. */
function sawtooth(random: Random): Course {
  const level = between(random, 20, 200);
  const teeth = between(random, 2.5, 6);
  const phase = random() * teeth;
  const height = level * between(random, 0.3, 1);
  return sampled(
    captures(random).map(at => poisson(random, level + (height * ((at + phase) % teeth)) / teeth)),
  );
}

/** What a leak keeps under garbage that comes and goes. */
function leakUnderSawtooth(random: Random): Course {
  const level = between(random, 20, 100);
  const slope = between(random, 20, 60);
  const teeth = 3;
  const height = level * between(random, 0.3, 1) + 2 * slope;
  const ats = Array.from({ length: 24 }, (_, at) => at);
  let kept = 0;
  return sampled(
    ats.map(at => {
      kept += poisson(random, slope);
      return kept + poisson(random, level + (height * (at % teeth)) / teeth);
    }),
  );
}

/** Traffic over days, four hours apart; what it needs is in use while it lasts. */
function dailyTraffic(random: Random): Course {
  const ats = Array.from({ length: 24 }, (_, at) => at);
  const requests = ats.map(at =>
    Math.max(1, 100 + 80 * Math.sin((2 * Math.PI * (at + 3)) / 6) + 10 * normal(random)),
  );
  const each = between(random, 0.3, 3);
  return sampled(
    requests.map(rate => poisson(random, 20 + each * rate)),
    { requests, hours: ats.map(at => 4 * at) },
  );
}

/** The same, with nobody to count the requests. */
function dailyUncounted(random: Random): Course {
  return { ...dailyTraffic(random), requests: null };
}

/** A cache that is filled once, between two captures. */
function oneStep(random: Random): Course {
  const ats = captures(random);
  const step = 1 + Math.floor(random() * (ats.length - 1));
  const before = poisson(random, between(random, 0, 100));
  const after = before + 10 + poisson(random, between(random, 20, 400));
  return sampled(
    ats.map(at => (at < step ? before : after)),
    { distinct: 9 },
  );
}

/** Objects that stay once they have come, many to a capture. */
function leak(random: Random): Course {
  const slope = between(random, 3, 60);
  let kept = poisson(random, between(random, 0, 100));
  return sampled(
    captures(random).map(() => {
      kept += poisson(random, slope);
      return kept;
    }),
  );
}

/** A leak that comes to ten times the noise of what is new at each capture. */
function leakUnderChurn(random: Random): Course {
  const ats = captures(random);
  const level = between(random, 10, 300);
  const slope = (10 * Math.sqrt(level)) / (ats.length - 1);
  let kept = 0;
  return sampled(
    ats.map(() => {
      kept += poisson(random, slope);
      return kept + poisson(random, level);
    }),
  );
}

/** A leak that comes to twice the noise of what is new at each capture. */
function slowLeak(random: Random): Course {
  const ats = captures(random);
  const level = between(random, 10, 300);
  const slope = (2 * Math.sqrt(level)) / (ats.length - 1);
  let kept = 0;
  return sampled(
    ats.map(() => {
      kept += poisson(random, slope);
      return kept + poisson(random, level);
    }),
  );
}

/** A leak of twice the noise beside what stays. */
function slowLeakAlone(random: Random): Course {
  const ats = captures(random);
  let kept = 0;
  // A rise of n samples has a noise of √n: that of 4 is at twice it.
  const slope = 4 / (ats.length - 1);
  const level = poisson(random, between(random, 10, 300));
  return sampled(
    ats.map(() => {
      kept += poisson(random, slope);
      return level + kept;
    }),
    { distinct: 9 },
  );
}

/** Backlog: grows under load, drained at the settled capture. */
function backlog(random: Random): Course {
  const course = leak(random);
  const values = [
    ...course.values,
    (course.values[0] ?? 0) + 0.05 * ((course.values.at(-1) ?? 0) - (course.values[0] ?? 0)),
  ];
  const grown = sampled(values.map(value => value / period));
  return { ...grown, settled: values.map((_, at) => at === values.length - 1) };
}

/** Series by what they are of, made anew at each call. */
export const seriesKinds: Readonly<Record<string, (random: Random) => Course>> = {
  flat,
  noise,
  ties,
  sawtooth,
  dailyTraffic,
  dailyUncounted,
  oneStep,
  leak,
  leakUnderSawtooth,
  leakUnderChurn,
  slowLeak,
  slowLeakAlone,
  backlog,
};
