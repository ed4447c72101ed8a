import type { Limits } from '../../core/formats/limits.ts';
import type { LeftOut, Metric, SeriesAnswer } from '../../core/series/series.ts';
import type { Answer } from '../requestThread.ts';
import type { TakenBack } from '../takenBack.ts';

/** A profile to be added to the series. Its bytes are handed over. */
export interface AddParams {
  /** What the answers call it: an address. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** What is known beside the profiles; captures are named by `AddParams.file`. */
export interface SeriesBeside {
  readonly settled: readonly string[];
  readonly goroutines: readonly (readonly [file: string, count: number])[];
  readonly names: readonly (readonly [file: string, name: string])[];
  readonly requests: readonly Metric[];
  readonly leftOut: readonly LeftOut[];
}

/** What the thread is asked, and what it answers. */
export interface SeriesMethods {
  add: { readonly params: AddParams; readonly result: null };
  /** The series of these files, of those that were added. */
  answer: {
    readonly params: { readonly files: readonly string[]; readonly beside: SeriesBeside };
    readonly result: SeriesAnswer;
  };
}

export type SeriesMethod = keyof SeriesMethods;

type QuestionOf<M extends SeriesMethod> = M extends SeriesMethod
  ? {
      readonly id: number;
      readonly method: M;
      readonly params: SeriesMethods[M]['params'];
      readonly takenBack: TakenBack | undefined;
    }
  : never;

/** host → worker. */
export type ToSeries = QuestionOf<SeriesMethod>;

/** worker → host. */
export type FromSeries = Answer<SeriesMethods[SeriesMethod]['result']>;
