import type { ReachedSource } from '../../core/source/readScript.ts';
import { leadToSource } from '../leadToSource.ts';
import { RequestThread, whole } from '../threads/requestThread.ts';
import { youngMegabytes } from '../threads/threadOptions.ts';
import type { Threads } from '../threads/threadPool.ts';
import type { AddCaptureParams, AddParams, SeriesMethod, SeriesMethods } from './seriesMessages.ts';

/** What can be asked once files were added. */
export type SeriesQuestion = Exclude<SeriesMethod, 'add' | 'addMetrics'>;

/**
 * The thread of a series. Every question settles: with its answer, with the `ProfileError` that was thrown there, or, when the
 * thread dies or is disposed, with an error that says so.
 */
export class SeriesClient {
  readonly #thread: RequestThread;

  /** `threads` is the bundled worker's script, or the pool of it. `onDeath` is told why, once, when the thread ends by itself. */
  constructor(threads: Threads, onDeath: (error: Error) => void = () => {}) {
    const options = {
      name: 'heap-diff series',
      youngMegabytes,
    };
    this.#thread = new RequestThread(threads, options, () => {}, onDeath);
  }

  /** Reduces a profile, named and placed as source has it where it is one of V8. Its bytes are handed over: the array is empty afterwards. */
  async add(params: AddCaptureParams, reached: ReachedSource): Promise<void> {
    const bytes = whole(params.bytes);
    const scripts = await this.#thread.ask<readonly string[]>('add', { ...params, bytes }, [bytes.buffer]);
    if (scripts.length === 0) return;
    const originals = (files: readonly string[]): Promise<true> =>
      this.ask('originals', { files }).then(() => true);
    const isTold = await leadToSource(
      { sourceMaps: each => this.ask('sourceMaps', { scripts: each }), originals },
      scripts,
      reached,
    );
    if (isTold === null) await originals([]);
  }

  /** Reads metrics, and gives what else has to be known of them. Their bytes are handed over. */
  addMetrics(params: AddParams): Promise<readonly string[]> {
    const bytes = whole(params.bytes);
    return this.#thread.ask('addMetrics', { ...params, bytes }, [bytes.buffer]);
  }

  ask<M extends SeriesQuestion>(
    method: M,
    params: SeriesMethods[M]['params'],
  ): Promise<SeriesMethods[M]['result']> {
    return this.#thread.ask(method, params, []);
  }

  /** Lets go of what was added: ends the thread, and with it whatever is being computed, unless another may use it. */
  dispose(): void {
    this.#thread.release();
  }
}
