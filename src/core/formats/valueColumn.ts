import type { ValueColumn } from '../profile.ts';

const two32 = 2 ** 32;

/** Collects one sample type's values, exactly, whatever their size. */
export class ValueColumnBuilder {
  /** Values up to 2^53 may be set here directly. */
  readonly value: Float64Array;
  /** Row, high word (signed), low word (unsigned) of each value that a double might not hold. */
  readonly #inexact: number[] = [];

  constructor(count: number) {
    this.value = new Float64Array(count);
  }

  /** Sets a value given as two words, the higher one signed. */
  setWords(row: number, high: number, low: number): void {
    this.value[row] = high * two32 + (low >>> 0);
    if (high >= 2 ** 21 || high < -(2 ** 21)) this.#inexact.push(row, high, low >>> 0);
  }

  build(): ValueColumn {
    const { value } = this;
    let absoluteSum = 0;
    for (let row = 0; row < value.length; row++) absoluteSum += Math.abs(value[row] as number);
    if (absoluteSum <= Number.MAX_SAFE_INTEGER) return { value, wide: undefined };
    const high = value.map(v => Math.floor(v / two32));
    const low = value.map((v, row) => v - (high[row] as number) * two32);
    for (let i = 0; i < this.#inexact.length; i += 3) {
      const row = this.#inexact[i] as number;
      high[row] = this.#inexact[i + 1] as number;
      low[row] = this.#inexact[i + 2] as number;
    }
    return { value, wide: { high, low } };
  }
}
