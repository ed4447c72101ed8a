import type { SampleColumns } from '../profile.ts';
import { resized, trimmed } from './resized.ts';

/** Collects the labels of all samples, in order. */
export class LabelColumnsBuilder {
  count = 0;
  #key: Uint32Array;
  #string: Uint32Array;
  #number: Float64Array;
  #unit: Uint32Array;

  /** `expected` is a guess at how many there will be. */
  constructor(expected: number) {
    this.#key = new Uint32Array(expected);
    this.#string = new Uint32Array(expected);
    this.#number = new Float64Array(expected);
    this.#unit = new Uint32Array(expected);
  }

  /** `key`, `string` and `unit` index the string table, 0 for none. */
  add(key: number, string: number, number: number, unit: number): void {
    const row = this.count++;
    if (row === this.#key.length) {
      const capacity = 2 * row + 64;
      this.#key = resized(this.#key, capacity);
      this.#string = resized(this.#string, capacity);
      this.#unit = resized(this.#unit, capacity);
      const wider = new Float64Array(capacity);
      wider.set(this.#number);
      this.#number = wider;
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
