/** A deterministic stream of numbers (mulberry32): the same seed gives the same profiles on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A 32-bit unsigned integer. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    return mix(this.#state);
  }

  /** An integer in 0 ..< bound. */
  below(bound: number): number {
    return Math.floor((this.next() / 2 ** 32) * bound);
  }

  /** True in `percent` of 100 cases. */
  percent(percent: number): boolean {
    return this.next() < percent * (2 ** 32 / 100);
  }

  /** Failures before the first success when one in `mean + 1` succeeds: 0, 1, 2, … with that mean. */
  geometric(mean: number, limit: number): number {
    let count = 0;
    while (count < limit && this.next() < (mean / (mean + 1)) * 2 ** 32) count++;
    return count;
  }
}

/** Scrambles 32 bits, so that neighbours in become strangers out. */
export function mix(value: number): number {
  let bits = Math.imul(value ^ (value >>> 15), value | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return (bits ^ (bits >>> 14)) >>> 0;
}

/** Draws ranks 0 ..< `count` with probability proportional to 1 ÷ (rank + 1). */
export class Zipf {
  readonly #cumulative: Float64Array;

  constructor(count: number) {
    this.#cumulative = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + 1);
      this.#cumulative[rank] = sum;
    }
  }

  draw(random: Random): number {
    const cumulative = this.#cumulative;
    const target = (random.next() / 2 ** 32) * (cumulative.at(-1) ?? 0);
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
