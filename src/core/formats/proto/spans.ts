import { resized } from '../resized.ts';

/** Where things lie in the input: span `i` is the bytes `starts[i] ..< stops[i]`. Grows as it is filled. */
export class Spans {
  length = 0;
  #bounds: Uint32Array;

  /** `expected` is a guess at how many there will be. */
  constructor(expected = 32) {
    this.#bounds = new Uint32Array(2 * expected);
  }

  add(start: number, stop: number): void {
    const at = 2 * this.length++;
    if (at === this.#bounds.length) {
      this.#bounds = resized(this.#bounds, 2 * at + 2);
    }
    this.#bounds[at] = start;
    this.#bounds[at + 1] = stop;
  }

  start(index: number): number {
    return this.#bounds[2 * index] as number;
  }

  stop(index: number): number {
    return this.#bounds[2 * index + 1] as number;
  }

  /** Bytes in all spans together. */
  get bytes(): number {
    let sum = 0;
    for (let i = 0; i < this.length; i++) sum += this.stop(i) - this.start(i);
    return sum;
  }
}
