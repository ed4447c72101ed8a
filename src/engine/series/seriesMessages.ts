import type { FixVerdict } from '../../core/fix/verifyFix.ts';
import type { Limits } from '../../core/formats/limits.ts';
import type { KnownLeak } from '../../core/known/knownLeaks.ts';
import type { Script } from '../../core/scripts/script.ts';
import type { GoroutineCounts } from '../../core/series/goroutines.ts';
import type { LeftOut, SeriesAnswer } from '../../core/series/series.ts';
import type { Answer, Question } from '../threads/requestThread.ts';
import type { PoolRequests } from '../threads/threadPool.ts';
import type { BesideAnswer } from './seriesMetrics.ts';

/** A file to be added to the series. Its bytes are handed over. */
export interface AddParams {
  /** What the answers call it: an address. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** What is known beside the profiles; captures are named by `AddParams.file`. */
export interface SeriesBeside {
  readonly settled: readonly string[];
  readonly goroutines: readonly (readonly [file: string, counts: GoroutineCounts])[];
  readonly names: readonly (readonly [file: string, name: string])[];
  readonly leftOut: readonly LeftOut[];
  /** Leaks that are set aside. */
  readonly known: readonly KnownLeak[];
}

/** A profile, and the sample type to reduce it by; null for the one that a series begins with. */
export interface AddCaptureParams extends AddParams {
  readonly sampleType: string | null;
}

/** Files of those that were added, in any order, and what is known beside them. */
export interface SeriesParams {
  readonly files: readonly string[];
  readonly beside: SeriesBeside;
  /** Files with metrics, of those that were added. */
  readonly metrics: readonly string[];
  /** Bytes that the process may take, null when nobody has said. */
  readonly limit: number | null;
}

/** A series, and what was measured beside it. */
export interface AnswerWithMetrics {
  readonly answer: SeriesAnswer;
  readonly beside: BesideAnswer;
}

/** Two series, one before a fix and one after it. */
export interface FixAnswer {
  readonly before: SeriesAnswer;
  readonly after: SeriesAnswer;
  readonly verdict: FixVerdict;
}

/** What the thread is asked, and what it answers. */
export interface SeriesMethods {
  /** The scripts of which source maps are to be told first, or that there are none, before the profile counts; none as a rule. */
  add: { readonly params: AddCaptureParams; readonly result: readonly string[] };
  /** As `EngineRequests` has it. */
  sourceMaps: {
    readonly params: { readonly scripts: readonly Script[] };
    readonly result: readonly string[];
  };
  /** Source that can be opened, of all that was ever told of; then what was added and had to wait counts. */
  originals: { readonly params: { readonly files: readonly string[] }; readonly result: null };
  /** Reads metrics, and gives what else has to be known of them. */
  addMetrics: { readonly params: AddParams; readonly result: readonly string[] };
  answer: { readonly params: SeriesParams; readonly result: AnswerWithMetrics };
  verify: {
    readonly params: { readonly before: SeriesParams; readonly after: SeriesParams };
    readonly result: FixAnswer;
  };
}

export type SeriesMethod = keyof SeriesMethods;

/** host → worker. */
export type ToSeries = Question<SeriesMethods> | Question<PoolRequests>;

/** worker → host. */
export type FromSeries = Answer<SeriesMethods[SeriesMethod]['result']>;
