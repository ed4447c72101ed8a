import type { Parts, ThreadScript } from '#engine/thread.ts';
import type { Outline } from '../../core/code/declaration.ts';
import { Cancelled } from '../../core/heed.ts';
import { RequestThread } from '../threads/requestThread.ts';
import { unlessAborted } from '../threads/unlessAborted.ts';
import type { CodeMethod, CodeMethods, OutlineParams } from './codeMessages.ts';
import { CodePackage } from './codePackage.ts';
import { buffersOf, owned, type Texts } from './text.ts';
import { Unanswered } from './unanswered.ts';

/** How long the thread is waited for, in milliseconds. */
export interface CodePatience {
  /** For the thread to be there with the parser loaded, for a grammar, for the files of a package. */
  readonly start: number;
  /** For an answer: longer than the thread itself works on one. */
  readonly answer: number;
  /** Without a question, until the thread is ended and its memory given back. */
  readonly idle: number;
}

/** Questions for which nothing is read yet. */
const preparing: ReadonlySet<CodeMethod> = new Set(['start', 'load', 'open'] as const);

const usualPatience: CodePatience = { start: 20_000, answer: 3_000, idle: 5 * 60_000 };

/**
 * Asks the thread that reads code, one question after the other. Started on the first question, ended when it does not
 * answer or has nothing to do, and started anew on the next one.
 */
export class CodeClient {
  readonly #script: ThreadScript;
  readonly #syntax: Parts;
  readonly #onTrouble: (error: Error) => void;
  readonly #patience: CodePatience;
  #thread: RequestThread | undefined;
  /** How many have been made: their ids. */
  #packages = 0;
  /** Ends with the question that was asked last. */
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /**
   * `script` is the bundled worker, `syntax` the grammars and queries. `onTrouble` is told
   * why a question was not answered.
   */
  constructor(
    script: ThreadScript,
    syntax: Parts,
    onTrouble: (error: Error) => void,
    patience: CodePatience = usualPatience,
  ) {
    this.#script = script;
    this.#syntax = syntax;
    this.#onTrouble = onTrouble;
    this.#patience = patience;
  }

  /**
   * What a file declares of these functions; null for a language that is not read, and for a text that could not be.
   * Rejects with `Cancelled` when `signal` says so and when this is disposed, with nothing else.
   */
  async outline(params: OutlineParams, signal?: AbortSignal): Promise<Outline | null> {
    try {
      await this.#ask('load', { path: params.path }, [], signal);
      const text = owned(params.text);
      return await this.#ask('outline', { ...params, text }, buffersOf([text]), signal);
    } catch (error) {
      if (error instanceof Unanswered) return null;
      throw error;
    }
  }

  /** A package whose files `read` gives as they are when it is called: before the first question, and again if need be. */
  package(read: () => Promise<Texts>): CodePackage {
    return new CodePackage((...question) => this.#ask(...question), ++this.#packages, read);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#end('the thread that reads code was stopped');
  }

  #ask<M extends CodeMethod>(
    method: M,
    params: CodeMethods[M]['params'],
    buffers: readonly ArrayBuffer[] = [],
    signal?: AbortSignal,
  ): Promise<CodeMethods[M]['result']> {
    const turn = this.#last.then(() => this.#take(method, params, buffers, signal));
    this.#last = turn.catch(() => {});
    return unlessAborted(turn, signal);
  }

  async #take<M extends CodeMethod>(
    method: M,
    params: CodeMethods[M]['params'],
    buffers: readonly ArrayBuffer[],
    signal: AbortSignal | undefined,
  ): Promise<CodeMethods[M]['result']> {
    if (this.#isDisposed || signal?.aborted) throw new Cancelled();
    clearTimeout(this.#idle);
    try {
      const thread = await this.#running();
      const asked = thread.ask<CodeMethods[M]['result']>(method, params, buffers, signal);
      return await this.#inTime(asked, this.#patience[preparing.has(method) ? 'start' : 'answer']);
    } catch (error) {
      if (this.#isDisposed || signal?.aborted) throw new Cancelled();
      this.#onTrouble(error instanceof Error ? error : new Error(String(error)));
      throw new Unanswered(this.#thread === undefined);
    } finally {
      if (!this.#isDisposed) {
        this.#idle = setTimeout(() => this.#end('it had nothing to do'), this.#patience.idle);
      }
    }
  }

  async #running(): Promise<RequestThread> {
    if (this.#thread !== undefined) return this.#thread;
    const started = new RequestThread(
      this.#script,
      { name: 'heap-diff code', parts: this.#syntax },
      () => {},
      // Whatever was asked of it has been told.
      () => this.#end(''),
    );
    this.#thread = started;
    try {
      await this.#inTime(started.ask('start', null, []), this.#patience.start);
    } catch (error) {
      this.#end('it could not be started');
      throw error;
    }
    return started;
  }

  /** Ends the thread when it does not settle the promise in time. */
  async #inTime<R>(promise: Promise<R>, milliseconds: number): Promise<R> {
    let timer = setTimeout(() => {
      // Where the host itself was held up, the answer may be there and only not looked at yet.
      timer = setTimeout(() =>
        this.#end(`no answer in ${milliseconds} ms; the thread that reads code was ended`),
      );
    }, milliseconds);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  #end(reason: string): void {
    clearTimeout(this.#idle);
    this.#thread?.dispose(reason);
    this.#thread = undefined;
  }
}
