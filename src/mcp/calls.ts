import { ToolError } from '../tools/surroundings.ts';

/** Runs a few calls at a time, the rest in line. */
export class Calls {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Rejects with `ToolError` where too many wait already, and with what the call does. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atOnce) {
      if (this.#waiting.length >= this.#mostWaiting) {
        throw new ToolError(
          `${this.#mostWaiting} calls wait already. Call again when some of them are answered.`,
        );
      }
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await call();
    } finally {
      const next = this.#waiting.shift();
      // The place is handed on.
      if (next !== undefined) next();
      else this.#running -= 1;
    }
  }
}
