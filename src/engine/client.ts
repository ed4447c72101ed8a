import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { EngineMethod, ParamsOf, ResultOf } from '../core/answers/requests.ts';
import { Cancelled } from '../core/heed.ts';
import type { ReachedSource } from '../core/source/readScript.ts';
import { leadToSource } from './leadToSource.ts';
import type { EngineNews, EnginePhase, OpenParams } from './messages.ts';
import { RequestThread, whole } from './threads/requestThread.ts';
import { youngMegabytes } from './threads/threadOptions.ts';
import type { Threads } from './threads/threadPool.ts';
import { unlessAborted } from './threads/unlessAborted.ts';

/**
 * The engine, in a thread of its own. Every request settles: with its result, with the `ProfileError` that the
 * engine threw, or, when the thread dies or is disposed, with an error that says so.
 */
export class EngineClient {
  readonly #thread: RequestThread<EngineNews>;

  /** `threads` is the bundled worker's script, or the pool of it. `onDeath` is told why, once, when the thread ends by itself. */
  constructor(
    threads: Threads,
    onProgress: (phase: EnginePhase, fraction: number) => void,
    onDeath: (error: Error) => void = () => {},
  ) {
    const options = {
      name: 'heap-diff engine',
      youngMegabytes,
    };
    this.#thread = new RequestThread<EngineNews>(
      threads,
      options,
      ({ phase, fraction }) => onProgress(phase, fraction),
      onDeath,
    );
  }

  /** Decodes and merges the files. Their bytes are handed over: the arrays are empty afterwards. */
  open(params: OpenParams): Promise<DiffInfo> {
    const files = params.files.map(({ name, bytes }) => ({ name, bytes: whole(bytes) }));
    const buffers = new Set(files.map(({ bytes }) => bytes.buffer));
    return this.#thread.ask('open', { ...params, files }, [...buffers]);
  }

  /** `signal` takes the request back: it rejects with `Cancelled` at once, and the engine stops at its next step. */
  async request<M extends EngineMethod>(
    method: M,
    params: ParamsOf<M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<M>> {
    if (signal?.aborted) throw new Cancelled();
    return unlessAborted(this.#thread.ask<ResultOf<M>>(method, params, [], signal), signal);
  }

  /**
   * Names and places what scripts hold as source has it, where the profiles are V8's; `scripts` are those that they name. Resolves
   * to what is known of the files then, null where nothing has changed.
   */
  leadToSource(scripts: readonly string[], reached: ReachedSource): Promise<DiffInfo | null> {
    return leadToSource(
      {
        sourceMaps: each => this.request('sourceMaps', { scripts: each }),
        originals: files => this.request('originals', { files }),
      },
      scripts,
      reached,
    );
  }

  /** Lets go of the files: ends the thread, and with it whatever is being computed, unless another may use it. */
  dispose(): void {
    this.#thread.release();
  }
}
