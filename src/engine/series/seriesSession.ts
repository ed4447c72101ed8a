import { baseName } from '../../core/displayName.ts';
import { verifyFix } from '../../core/fix/verifyFix.ts';
import { readOnce } from '../../core/formats/readProfile.ts';
import { metricKind } from '../../core/metrics/metricKind.ts';
import { readMetrics } from '../../core/metrics/readMetrics.ts';
import { unusedMetrics } from '../../core/metrics/unusedMetrics.ts';
import type { Profile } from '../../core/profile.ts';
import { type ReducedCapture, reduceCapture } from '../../core/reduce/reduceCapture.ts';
import { SeriesNames } from '../../core/reduce/seriesNames.ts';
import { HeldScripts } from '../../core/scripts/heldScripts.ts';
import type { Script } from '../../core/scripts/script.ts';
import { scriptNotices } from '../../core/scripts/scriptNotices.ts';
import type { Metric, SeriesAnswer } from '../../core/series/series.ts';
import { seriesAnswer } from '../../core/series/seriesAnswer.ts';
import { unpacked } from '../decompress.ts';
import type {
  AddCaptureParams,
  AddParams,
  AnswerWithMetrics,
  FixAnswer,
  SeriesParams,
} from './seriesMessages.ts';
import { besideSeries } from './seriesMetrics.ts';

/** Holds what is left of the profiles of a series, and answers about it. */
export class SeriesSession {
  /** By file. */
  readonly #captures = new Map<string, ReducedCapture>();
  readonly #names = new SeriesNames();
  readonly #scripts = new HeldScripts();
  /** By file. */
  readonly #waiting = new Map<string, { readonly profile: Profile; readonly sampleType: string | null }>();
  /** By file. */
  readonly #metrics = new Map<string, readonly Metric[]>();

  /** Decodes a profile, whose bytes are given up, and keeps its sites, or has it wait for what is told of scripts that it names. Throws `ProfileError`. */
  async add({ file, bytes, limits, sampleType }: AddCaptureParams): Promise<readonly string[]> {
    const profile = readOnce(await unpacked(bytes, limits), limits);
    const unasked = this.#scripts.unasked([profile]);
    if (unasked.length > 0) this.#waiting.set(file, { profile, sampleType });
    else this.#keep(file, profile, sampleType);
    return unasked;
  }

  /** Takes scripts; the files of source that they lead to. */
  sourceMaps({ scripts }: { readonly scripts: readonly Script[] }): readonly string[] {
    return this.#scripts.told(scripts);
  }

  /** Source that can be opened: what waited is kept. Throws `ProfileError`. */
  originals({ files }: { readonly files: readonly string[] }): null {
    this.#scripts.found(files);
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [file, { profile, sampleType }] of waiting) this.#keep(file, profile, sampleType);
    return null;
  }

  #keep(file: string, profile: Profile, sampleType: string | null): void {
    const reduction = { sampleType: sampleType ?? undefined, names: this.#names };
    const [led = profile] = this.#scripts.lead([profile]);
    this.#captures.set(file, reduceCapture(led, file, reduction));
  }

  /** Reads metrics; what was left out of them is said. Throws `ProfileError`. */
  addMetrics({ file, bytes, limits }: AddParams): readonly string[] {
    const { metrics, notices } = readMetrics(bytes, limits);
    this.#metrics.set(file, metrics);
    return notices;
  }

  /** Of the files that were added, in order of time. */
  answer(params: SeriesParams): AnswerWithMetrics {
    const answer = this.#series(params);
    const metrics = params.metrics.flatMap(file => this.#metrics.get(file) ?? []);
    return {
      answer: { ...answer, notices: [...answer.notices, ...this.#unused(params, answer, 'other')] },
      beside: besideSeries(answer, metrics, params.limit),
    };
  }

  /** Each series by itself, and both held against each other. */
  verify(params: { readonly before: SeriesParams; readonly after: SeriesParams }): FixAnswer {
    const before = this.#series(params.before);
    const after = this.#series(params.after);
    return { before, after, verdict: verifyFix(before, after, [...this.#captures.values()]) };
  }

  #series(params: SeriesParams): SeriesAnswer {
    const { beside, files, metrics } = params;
    const answer = seriesAnswer(
      files.flatMap(file => this.#captures.get(file) ?? []),
      {
        settled: new Set(beside.settled),
        goroutines: new Map(beside.goroutines),
        names: new Map(beside.names),
        requests: metrics.flatMap(file => this.#metricsOf(file, 'traffic')),
        leftOut: beside.leftOut,
        known: beside.known,
      },
    );
    const unused = scriptNotices(this.#scripts.unused).map(({ text }) => text);
    return { ...answer, notices: [...answer.notices, ...unused, ...this.#unused(params, answer, 'traffic')] };
  }

  #metricsOf(file: string, kind: 'traffic' | 'other'): readonly Metric[] {
    const metrics = this.#metrics.get(file) ?? [];
    return metrics.filter(({ name }) => (metricKind(name) === 'traffic') === (kind === 'traffic'));
  }

  #unused({ metrics }: SeriesParams, answer: SeriesAnswer, kind: 'traffic' | 'other'): readonly string[] {
    return metrics.flatMap(file =>
      unusedMetrics(this.#metricsOf(file, kind), kind, answer).map(text => `${baseName(file)}: ${text}`),
    );
  }
}
