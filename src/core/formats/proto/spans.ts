import { type Counted, type LimitName, type Limits, overLimit } from '../limits.ts';
import { resized } from '../resized.ts';

/**
 * Where things lie in the input: span `i` is the bytes `starts[i] ..< stops[i]`. Grows as it is filled, up to a limit.
 */
export class Spans {
  length = 0;
  /** In all spans together. */
  bytes = 0;
  readonly #limit: LimitName;
  readonly #limits: Limits;
  readonly #what: Counted;
  #bounds: Uint32Array;

  /** `what` names the things in the error; `expected` is a guess at how many there will be. */
  constructor(limit: LimitName, limits: Limits, what: Counted, expected = 32) {
    this.#limit = limit;
    this.#limits = limits;
    this.#what = what;
    this.#bounds = new Uint32Array(2 * Math.min(expected, limits[limit]));
  }

  /** Throws `ProfileError` with code `overLimit`. */
  add(start: number, stop: number): void {
    const at = 2 * this.length++;
    if (at === this.#bounds.length) this.#grow(at);
    this.#bounds[at] = start;
    this.#bounds[at + 1] = stop;
    this.bytes += stop - start;
  }

  start(index: number): number {
    return this.#bounds[2 * index] as number;
  }

  stop(index: number): number {
    return this.#bounds[2 * index + 1] as number;
  }

  #grow(length: number): void {
    const most = 2 * this.#limits[this.#limit];
    if (length >= most) throw overLimit(this.#limit, this.#limits, this.#what);
    this.#bounds = resized(this.#bounds, Math.min(2 * length + 2, most));
  }
}
