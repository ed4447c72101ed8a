import type { Gap } from '../evidence/gap.ts';
import type { Place } from '../names/place.ts';
import type { SampleType } from '../profile.ts';
import type { Run } from './runs.ts';

/** A value with the interval that it lies in, mostly of 95 %. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Shapes of a series, and that there is none to be known. */
export type VerdictKind = 'staircase' | 'followsTraffic' | 'oneStep' | 'flat' | 'cannotSay';

/** What a series of values comes to. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** Never without its numbers. */
  readonly sentence: string;
  /** Growth in the sample type's unit an hour; null where it cannot be known. */
  readonly perHour: Estimate | null;
  /** The captures that it is made from. */
  readonly seen: Seen;
  /** What stayed once the load had stopped; null where nobody has seen that. */
  readonly left: Left | null;
}

/** From the first capture under load to the last one after it. */
export interface Left {
  readonly change: number;
  /** 0 where times are not known. */
  readonly milliseconds: number;
  /** Sampling alone may have made it. */
  readonly isNoise: boolean;
}

/** Captures of one process, under load or after it. */
export interface Seen {
  readonly captures: number;
  /** From the first to the last; 0 where times are not known. */
  readonly milliseconds: number;
  /** The value at the last less that at the first. */
  readonly change: number;
}

/** One profile of a series, in the place that time gives it. */
export interface Capture {
  /** The path or address it was given as. */
  readonly file: string;
  /** What people call it. */
  readonly name: string;
  /** 0 where nothing says. */
  readonly timeNanos: bigint;
  readonly total: number;
  /** Live objects, null when the profile does not count them. */
  readonly objects: number | null;
  /** Null where it is not known. */
  readonly goroutines: number | null;
  /** Those that nothing can wake any more, as Go 1.27 tells them; null where it is not known. */
  readonly leakedGoroutines: number | null;
  /** The load had stopped before it. */
  readonly settled: boolean;
  /** The process is another than that of the capture before. */
  readonly restarted: boolean;
}

/** An allocation site over a series; `values` has one for each capture. */
export interface SeriesSite {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  /** Own functions above it on its largest stack, nearest first, as an entry of the known leaks has them. */
  readonly own: readonly string[];
  /** The line of the nearest of these, which calls it; null where the site is own code itself, or none leads there. */
  readonly calledFrom: Place | null;
  readonly values: readonly number[];
  readonly verdict: Verdict;
}

/** A known leak: no part of the verdicts. */
export interface SetAside extends Omit<SeriesSite, 'verdict' | 'calledFrom'> {
  readonly because: string;
}

/** A file that is not part of the series, and the sentence that says why. */
export interface LeftOut {
  readonly file: string;
  readonly why: string;
}

/** All that is said of a series. */
export interface SeriesAnswer {
  readonly sampleType: SampleType;
  /** Those that all captures could be reduced by, the one above among them. */
  readonly sampleTypes: readonly SampleType[];
  readonly captures: readonly Capture[];
  /** Those of them that verdicts are on: one process, settled ones too. */
  readonly judged: Run;
  readonly verdict: Verdict;
  /** Requests that were served in an hour, over the captures that the verdict is on; null where nobody has counted them. */
  readonly requestsPerHour: number | null;
  /** Those that grew most first. */
  readonly sites: readonly SeriesSite[];
  /** How many sites grew that are not among them. */
  readonly moreSites: number;
  /** Known leaks, those that grew most first. */
  readonly setAside: readonly SetAside[];
  readonly gaps: readonly Gap[];
  /** What else has to be known: how captures were put in order, restarts, counts of what was left out. */
  readonly notices: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Numbers from beside the profiles: of one pod, one metric. Times ascend. */
export interface Metric {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}
