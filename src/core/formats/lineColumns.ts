import type { LocationColumns } from '../profile.ts';
import { type Limits, overLimit } from './limits.ts';
import { resized, trimmed } from './resized.ts';

/** Collects the lines of all locations, in order. */
export class LineColumnsBuilder {
  count = 0;
  readonly #limits: Limits;
  #function: Int32Array;
  #number: Float64Array;
  #column: Float64Array;

  /** `expected` is a guess at how many there will be. */
  constructor(expected: number, limits: Limits) {
    this.#limits = limits;
    const capacity = Math.min(expected, limits.locations);
    this.#function = new Int32Array(capacity);
    this.#number = new Float64Array(capacity);
    this.#column = new Float64Array(capacity);
  }

  /** `row` is the function's. Throws `ProfileError` with code `overLimit`. */
  add(row: number, number: number, column: number): void {
    const at = this.count++;
    if (at === this.#function.length) {
      if (at >= this.#limits.locations) throw overLimit('locations', this.#limits, 'lines of locations');
      const capacity = Math.min(2 * at + 64, this.#limits.locations);
      this.#function = resized(this.#function, capacity);
      this.#number = resized(this.#number, capacity);
      this.#column = resized(this.#column, capacity);
    }
    this.#function[at] = row;
    this.#number[at] = number;
    this.#column[at] = column;
  }

  build(): Pick<LocationColumns, 'lineFunction' | 'lineNumber' | 'lineColumn'> {
    return {
      lineFunction: trimmed(this.#function, this.count),
      lineNumber: trimmed(this.#number, this.count),
      lineColumn: trimmed(this.#column, this.count),
    };
  }
}
