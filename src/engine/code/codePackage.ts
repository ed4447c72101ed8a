import type { Hint, HintInput, Subject } from '../../core/hints/hint.ts';
import type { CodeMethod, CodeMethods, OfPackage } from './codeMessages.ts';
import { buffersOf, owned, type Text, type Texts } from './text.ts';
import { Unanswered } from './unanswered.ts';

/** Asks the thread; buffers are handed over. Rejects with `Cancelled` or `Unanswered`. */
export type AskCode = <M extends CodeMethod>(
  method: M,
  params: CodeMethods[M]['params'],
  buffers?: readonly ArrayBuffer[],
  signal?: AbortSignal,
) => Promise<CodeMethods[M]['result']>;

/**
 * A package's files in the thread, which has them from the first question on, and gets them again when it was started anew.
 * Questions reject with `Cancelled` when their signal says so or the client is disposed, and with what reading the files
 * throws.
 */
export class CodePackage {
  readonly #ask: AskCode;
  readonly #id: number;
  readonly #read: () => Promise<Texts>;
  /** Ends when the thread has all files as they are; null while it has none. */
  #opened: Promise<unknown> | null = null;
  /** A question about these files has ended the thread: another one would as well. */
  #isTooHard = false;

  /** `read` gives the files as they are when it is called. */
  constructor(ask: AskCode, id: number, read: () => Promise<Texts>) {
    this.#ask = ask;
    this.#id = id;
    this.#read = read;
  }

  /** A file is another now. */
  change(file: string, text: Text): void {
    this.#isTooHard = false;
    const sent = owned(text);
    // Before the first question there is nothing to change: the files are read for it.
    this.#opened &&= this.#opened.then(() =>
      this.#ask('change', { id: this.#id, file, text: sent }, buffersOf([sent])),
    );
    this.#opened?.catch(() => {});
  }

  /** What a site adds to; null where it adds to nothing, and where nothing could be found out. */
  subject(
    { site, callers }: Pick<HintInput, 'site' | 'callers'>,
    signal?: AbortSignal,
  ): Promise<Subject | null> {
    return this.#question(() => this.#ask('subject', { id: this.#id, site, callers }, [], signal));
  }

  /** Why a site leaks, by the package and other files that its references stand in; null where nothing is sure. */
  explain(input: HintInput, others: Texts, signal?: AbortSignal): Promise<Hint | null> {
    return this.#question(() => {
      const sent = new Map([...others].map(([file, text]) => [file, owned(text)]));
      return this.#ask('explain', { id: this.#id, input, others: sent }, buffersOf(sent.values()), signal);
    });
  }

  close(): void {
    if (this.#opened !== null) this.#ask('close', { id: this.#id }).catch(() => {});
    this.#opened = null;
  }

  async #question<T>(ask: () => Promise<OfPackage<T>>): Promise<T | null> {
    if (this.#isTooHard) return null;
    try {
      await this.#untilOpen();
      let found = await ask();
      if (found === null) {
        // The thread was started anew since.
        this.#opened = null;
        await this.#untilOpen();
        found = await ask();
      }
      return found?.answer ?? null;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      this.#isTooHard ||= error.threadEnded;
      return null;
    }
  }

  async #untilOpen(): Promise<void> {
    this.#opened ??= this.#open();
    try {
      await this.#opened;
    } catch (error) {
      this.#opened = null;
      throw error;
    }
  }

  async #open(): Promise<void> {
    const texts = new Map([...(await this.#read())].map(([file, text]) => [file, owned(text)]));
    await this.#ask('open', { id: this.#id, texts }, buffersOf(texts.values()));
  }
}
