import { Worker } from 'node:worker_threads';
import type { DiffInfo } from '../core/answers/diffInfo.ts';
import type { EngineMethod, ParamsOf, ResultOf } from '../core/answers/requests.ts';
import { ProfileError } from '../core/error.ts';
import { Cancelled } from '../core/heed.ts';
import { OpenRequests } from '../core/openRequests.ts';
import type { EngineFailure, EnginePhase, FromEngine, OpenParams } from './messages.ts';

/**
 * Megabytes for the thread's young objects. What is large lives in typed arrays; left to itself V8 would let the few
 * objects beside them take 25 MB more, for no time won.
 */
const youngMegabytes = 6;

/**
 * The engine, in a thread of its own. Every request settles: with its result, with the `ProfileError` that the
 * engine threw, or, when the thread dies or is disposed, with an error that says so.
 */
export class EngineClient {
  readonly #worker: Worker;
  readonly #requests = new OpenRequests();
  readonly #onDeath: (error: Error) => void;
  #ended: Error | undefined;

  /** `script` is the path of the bundled worker. `onDeath` is told why, once, when the thread ends by itself. */
  constructor(
    script: string,
    onProgress: (phase: EnginePhase, fraction: number) => void,
    onDeath: (error: Error) => void = () => {},
  ) {
    this.#onDeath = onDeath;
    this.#worker = new Worker(script, {
      name: 'heap-diff engine',
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    this.#worker.on('message', (message: FromEngine) => {
      if (message.type === 'progress') onProgress(message.phase, message.fraction);
      else this.#settle(message);
    });
    this.#worker.on('messageerror', error => this.#die(error));
    this.#worker.on('error', error => this.#die(crash(error)));
    this.#worker.on('exit', code => this.#die(new Error(`the engine ended with code ${code}`)));
  }

  /** Decodes and merges the files. Their bytes are handed over: the arrays are empty afterwards. */
  open(params: OpenParams): Promise<DiffInfo> {
    const files = params.files.map(({ name, bytes }) => ({ name, bytes: whole(bytes) }));
    const buffers = new Set(files.map(({ bytes }) => bytes.buffer));
    return this.#send('open', { ...params, files }, [...buffers]);
  }

  /** `signal` takes the request back: it rejects with `Cancelled` at once, and the engine stops at its next step. */
  request<M extends EngineMethod>(
    method: M,
    params: ParamsOf<M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<M>> {
    return this.#send(method, params, [], signal);
  }

  /** Ends the thread and with it whatever is being computed. */
  dispose(): void {
    this.#end(new Error('the engine was stopped'));
    void this.#worker.terminate();
  }

  async #send<R>(
    method: string,
    params: unknown,
    buffers: readonly ArrayBuffer[],
    signal?: AbortSignal,
  ): Promise<R> {
    if (this.#ended !== undefined) throw this.#ended;
    if (signal?.aborted) throw new Cancelled();
    const takenBack = signal && new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    let cancel = (): void => {};
    try {
      return await this.#requests.ask<R>(id => {
        cancel = () => {
          if (takenBack !== undefined) Atomics.store(new Int32Array(takenBack), 0, 1);
          this.#requests.reject(id, new Cancelled());
        };
        this.#worker.postMessage({ id, method, params, takenBack }, buffers);
        signal?.addEventListener('abort', cancel, { once: true });
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  #settle(message: Exclude<FromEngine, { type: 'progress' }>): void {
    if (message.type === 'result') this.#requests.resolve(message.id, message.result);
    else this.#requests.reject(message.id, revived(message.error));
  }

  /** The thread has ended, or what it says cannot be read any more. */
  #die(error: Error): void {
    if (this.#ended !== undefined) return;
    this.#end(error);
    void this.#worker.terminate();
    this.#onDeath(error);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#requests.abandon(this.#ended);
  }
}

/** The bytes in a buffer of their own, so that it can be handed over: Node keeps small files in a shared one. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}

function crash(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new ProfileError('tooLarge', 'there is not enough memory for it', undefined, 'pair');
  }
  return error instanceof Error ? error : new Error(String(error));
}

function revived({ code, detail, offset, role, limit, stack }: EngineFailure): Error {
  const error = code === null ? new Error(detail) : new ProfileError(code, detail, offset, role, limit);
  if (stack !== undefined) error.stack = stack;
  return error;
}
