import type { ThreadScript } from '#engine/thread.ts';
import type { Limits } from '../core/formats/limits.ts';
import type { Profile } from '../core/profile.ts';
import type { SecondRequests } from './messages.ts';
import { arrived } from './portableProfile.ts';
import { RequestThread, whole } from './threads/requestThread.ts';
import { youngMegabytes } from './threads/threadOptions.ts';

/** A thread beside the engine's own that decodes one file of a pair. It ends with the engine's, if not before. */
export class SecondThread {
  readonly #thread: RequestThread;

  /** `script` is the bundled worker. */
  constructor(script: ThreadScript) {
    const options = { name: 'heap-diff engine, second file', youngMegabytes };
    this.#thread = new RequestThread(
      script,
      options,
      () => {},
      () => {},
    );
  }

  /** Begins with a file, as it comes. Its bytes are handed over. */
  async inflate(bytes: Uint8Array, limits: Limits): Promise<void> {
    const own = whole(bytes);
    await this.#ask('inflate', { bytes: own, limits }, [own.buffer]);
  }

  /** The profile in it. `beside` is the size of what is decoded meanwhile. Rejects as `SecondFile.decode`. */
  async decode(beside: number, limits: Limits): Promise<Profile> {
    return arrived(await this.#ask('decode', { beside, limits }));
  }

  end(): void {
    this.#thread.dispose();
  }

  #ask<M extends keyof SecondRequests>(
    method: M,
    params: SecondRequests[M]['params'],
    buffers: readonly ArrayBuffer[] = [],
  ): Promise<SecondRequests[M]['result']> {
    return this.#thread.ask(method, params, buffers);
  }
}
