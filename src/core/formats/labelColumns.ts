import type { SampleColumns } from '../profile.ts';
import { type Limits, overLimit } from './limits.ts';
import { resized, trimmed } from './resized.ts';

/** Collects the labels of all samples, in order. */
export class LabelColumnsBuilder {
  count = 0;
  readonly #limits: Limits;
  #key: Uint32Array;
  #string: Uint32Array;
  #number: Float64Array;
  #unit: Uint32Array;

  /** `expected` is a guess at how many there will be. */
  constructor(expected: number, limits: Limits) {
    this.#limits = limits;
    const capacity = Math.min(expected, limits.labels);
    this.#key = new Uint32Array(capacity);
    this.#string = new Uint32Array(capacity);
    this.#number = new Float64Array(capacity);
    this.#unit = new Uint32Array(capacity);
  }

  /** `key`, `string` and `unit` index the string table, 0 for none. Throws `ProfileError` with code `overLimit`. */
  add(key: number, string: number, number: number, unit: number): void {
    const row = this.count++;
    if (row === this.#key.length) {
      if (row >= this.#limits.labels) throw overLimit('labels', this.#limits, 'labels');
      const capacity = Math.min(2 * row + 64, this.#limits.labels);
      this.#key = resized(this.#key, capacity);
      this.#string = resized(this.#string, capacity);
      this.#unit = resized(this.#unit, capacity);
      this.#number = resized(this.#number, capacity);
    }
    this.#key[row] = key;
    this.#string[row] = string;
    this.#number[row] = number;
    this.#unit[row] = unit;
  }

  build(): Pick<SampleColumns, 'labelKey' | 'labelString' | 'labelNumber' | 'labelUnit'> {
    return {
      labelKey: trimmed(this.#key, this.count),
      labelString: trimmed(this.#string, this.count),
      labelNumber: trimmed(this.#number, this.count),
      labelUnit: trimmed(this.#unit, this.count),
    };
  }
}
