import type { Pair } from './ranges.ts';

interface MutablePair {
  base: number;
  current: number;
}

/** Base and current summed up by key, in the order in which the keys came. */
export class PairSums {
  readonly #sums = new Map<number, MutablePair>();

  get byKey(): ReadonlyMap<number, Pair> {
    return this.#sums;
  }

  add(key: number, base: number, current: number): void {
    const sum = this.#sums.get(key);
    if (sum === undefined) {
      this.#sums.set(key, { base, current });
    } else {
      sum.base += base;
      sum.current += current;
    }
  }
}

/** How much a value has changed, whichever way. */
export function changeOf({ base, current }: Pair): number {
  return Math.abs(current - base);
}
