import { readProfile } from '../../core/formats/readProfile.ts';
import { type ReducedCapture, reduceCapture, SeriesNames } from '../../core/series/reduce.ts';
import type { SeriesAnswer } from '../../core/series/series.ts';
import { seriesAnswer } from '../../core/series/seriesAnswer.ts';
import { verifyFix } from '../../core/series/verifyFix.ts';
import { decompressed } from '../decompress.ts';
import type { AddParams, FixAnswer, SeriesParams } from './seriesMessages.ts';

/** Holds what is left of the profiles of a series, and answers about it. */
export class SeriesSession {
  /** By file. */
  readonly #captures = new Map<string, ReducedCapture>();
  readonly #names = new SeriesNames();

  /** Decodes a profile and keeps its sites. Throws `ProfileError`. */
  async add({ file, bytes, limits }: AddParams): Promise<null> {
    const profile = readProfile(await decompressed(bytes, limits), limits);
    this.#captures.set(file, reduceCapture(profile, file, { names: this.#names }));
    return null;
  }

  /** Of the files that were added, in order of time. */
  answer({ files, beside }: SeriesParams): SeriesAnswer {
    const captures = files.flatMap(file => this.#captures.get(file) ?? []);
    return seriesAnswer(captures, {
      settled: new Set(beside.settled),
      goroutines: new Map(beside.goroutines),
      names: new Map(beside.names),
      requests: beside.requests,
      leftOut: beside.leftOut,
    });
  }

  /** Each series by itself, and both held against each other. */
  verify(params: { readonly before: SeriesParams; readonly after: SeriesParams }): FixAnswer {
    const before = this.answer(params.before);
    const after = this.answer(params.after);
    return { before, after, verdict: verifyFix(before, after) };
  }
}
