import type { Frame, Line } from '../ids.ts';
import type { Pair } from './ranges.ts';

interface MutablePair {
  base: number;
  current: number;
}

/** Base and current summed up by key, in the order in which the keys came. */
export class PairSums<Key extends Frame | Line> {
  readonly #sums = new Map<Key, MutablePair>();

  get byKey(): ReadonlyMap<Key, Pair> {
    return this.#sums;
  }

  add(key: Key, base: number, current: number): void {
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
