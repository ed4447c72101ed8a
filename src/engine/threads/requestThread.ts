import * as l10n from '@vscode/l10n';
import type { Parts } from '#engine/thread.ts';
import { MiB } from '../../core/formats/limits.ts';
import { spokenLanguage } from '../../core/language.ts';
import { OpenRequests } from '../../core/openRequests.ts';
import { errorOf, type Failure } from './failure.ts';
import { type TakenBack, takenBackBy } from './takenBack.ts';
import type { ThreadOptions } from './threadOptions.ts';
import { type Lent, lend, type Threads } from './threadPool.ts';

/** What a thread is asked, by the methods that it has. */
export type Question<Methods extends { readonly [M in keyof Methods]: { readonly params: unknown } }> = {
  [M in keyof Methods]: {
    readonly id: number;
    readonly method: M;
    readonly params: Methods[M]['params'];
    readonly takenBack: TakenBack | undefined;
  };
}[keyof Methods];

/** A thread's answer. Every request has one. */
export type Answer<Result> =
  | { readonly type: 'result'; readonly id: number; readonly result: Result }
  | { readonly type: 'failure'; readonly id: number; readonly error: Failure };

/**
 * Bytes handed over in one request up to which a thread is worth keeping for others: what is left of them in its memory, until
 * that is needed, is some ten times as much.
 */
const smallBytes = 2 * MiB;

/**
 * A thread that answers requests. Each settles: with its result, with the error that was thrown there, or, when the thread
 * dies or is disposed, with an error that says so.
 */
export class RequestThread<News extends object = never> {
  readonly #thread: Lent;
  readonly #requests = new OpenRequests();
  readonly #onDeath: (error: Error) => void;
  #ended: Error | undefined;
  /** Bytes of the largest request. */
  #largest = 0;

  /**
   * `threads` is the bundled worker's script, or the pool of it. It says things in the language of this thread. `onDeath` is
   * told why, once, when it ends by itself.
   */
  constructor(
    threads: Threads,
    options: Omit<ThreadOptions<Parts>, 'language'>,
    onNews: (news: News) => void,
    onDeath: (error: Error) => void,
  ) {
    this.#onDeath = onDeath;
    this.#thread = lend(
      threads,
      { ...options, language: spokenLanguage() },
      {
        message: value => {
          const message = value as News | Answer<unknown>;
          if (isAnswer(message)) this.#settle(message);
          else onNews(message);
        },
        death: error => this.#die(error),
      },
    );
  }

  /**
   * Settles when the thread has answered: `signal` tells it that nobody waits any more, and it stops at its next step.
   * The buffers are handed over.
   */
  async ask<R>(
    method: string,
    params: unknown,
    buffers: readonly ArrayBuffer[],
    signal?: AbortSignal,
  ): Promise<R> {
    if (this.#ended !== undefined) throw this.#ended;
    const bytes = buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#largest = Math.max(this.#largest, bytes);
    const takenBack = signal && takenBackBy(signal);
    try {
      return await this.#requests.ask<R>(id => {
        this.#thread.post({ id, method, params, takenBack: takenBack?.flag }, buffers);
      });
    } finally {
      takenBack?.release();
    }
  }

  /** Ends the thread and with it whatever is being computed. */
  dispose(reason: string = l10n.t('the engine was stopped')): void {
    this.#end(new Error(reason));
    this.#thread.end();
  }

  /** The same where something is being computed, or something large was; else the thread goes back to where it is from. */
  release(): void {
    if (this.#requests.isEmpty && this.#largest <= smallBytes) this.#thread.giveBack();
    this.dispose();
  }

  #settle(message: Answer<unknown>): void {
    if (message.type === 'result') this.#requests.resolve(message.id, message.result);
    else this.#requests.reject(message.id, errorOf(message.error));
  }

  /** The thread has ended, or what it says cannot be read any more. */
  #die(error: Error): void {
    if (this.#ended !== undefined) return;
    this.#end(error);
    this.#thread.end();
    this.#onDeath(error);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#requests.abandon(this.#ended);
  }
}

/** The bytes in a buffer of their own, so that it can be handed over: Node keeps small files in a shared one. */
export function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}

function isAnswer(message: object): message is Answer<unknown> {
  return 'id' in message;
}
