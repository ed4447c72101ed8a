import type { ValueColumn } from '../profile.ts';

const two32 = 2 ** 32;

/** Collects one sample type's values, exactly, whatever their size. */
export class ValueColumnBuilder {
  readonly #value: Float64Array;
  /** Row, high word (signed), low word of each value that a double might not hold. */
  readonly #inexact: number[] = [];
  #absoluteSum = 0;

  constructor(count: number) {
    this.#value = new Float64Array(count);
  }

  /** Sets a value of at most 2^53. */
  set(row: number, value: number): void {
    this.#value[row] = value;
    this.#absoluteSum += Math.abs(value);
  }

  /** Sets high × 2^32 + low, `high` signed and `low` unsigned. */
  setWords(row: number, high: number, low: number): void {
    this.set(row, high * two32 + low);
    if (high >= 2 ** 21 || high < -(2 ** 21)) this.#inexact.push(row, high, low);
  }

  build(): ValueColumn {
    const value = this.#value;
    if (this.#absoluteSum <= Number.MAX_SAFE_INTEGER) return { value, wide: undefined };
    const high = value.map(v => Math.floor(v / two32));
    const low = value.map((v, row) => v - (high[row] ?? 0) * two32);
    for (let i = 0; i < this.#inexact.length; i += 3) {
      const [row = 0, highWord = 0, lowWord = 0] = this.#inexact.slice(i, i + 3);
      high[row] = highWord;
      low[row] = lowWord;
    }
    return { value, wide: { high, low } };
  }
}
