import { release } from '../formats/resized.ts';
import type { DistinctLocation, IdColumn, Stack } from '../ids.ts';
import type { Ids } from '../profile.ts';

/**
 * Distinct stacks, one after the other in one array of distinct locations (or of frames): most stacks stand in both profiles, many once
 * for each object size. Stack `s` has `locations[start[s] ..< start[s + 1]]`.
 */
export class StackSet<Of extends number = DistinctLocation> {
  count = 0;
  readonly locations: IdColumn<Of, Ids>;
  readonly start: Uint32Array;
  readonly #hashes: Uint32Array;
  /** Stack + 1 in each slot of a hash table that is never more than half full, 0 where free. */
  readonly #slots: Uint32Array;
  /** The stack that `add` returned last. */
  #last = -1;

  /** Room for so many stacks. `locations` is filled by the caller, from the end of the last stack on. */
  constructor(locations: IdColumn<Of, Ids>, most: number) {
    this.locations = locations;
    this.start = new Uint32Array(most + 1);
    this.#hashes = new Uint32Array(most);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  /** Where the next stack is to be written. */
  get end(): number {
    return this.start[this.count] as number;
  }

  /**
   * Takes the locations written at `end`; returns the number of the stack that has them, which may be an earlier one.
   * Programs list their stacks in one order again and again, so the one after the last is looked at first.
   */
  add(length: number): Stack {
    const next = this.#last + 1;
    this.#last =
      next < this.count && this.#equals(next, this.end, length) ? next : this.#find(this.end, length);
    return this.#last as Stack;
  }

  /** Gives back what adding alone needs. Nothing may be added any more. */
  close(): void {
    release(this.#hashes, this.#slots);
  }

  /** Gives back the stacks themselves. Nothing may be asked of it any more. */
  release(): void {
    release(this.locations, this.start);
  }

  #find(first: number, length: number): number {
    const { locations, start } = this;
    const stop = first + length;
    let hash = length;
    for (let i = first; i < stop; i++) hash = Math.imul(hash ^ (locations[i] as Of), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const stack = (this.#slots[slot] as number) - 1;
      if (this.#hashes[stack] === hash && this.#equals(stack, first, length)) return stack;
    }
    this.#slots[slot] = this.count + 1;
    this.#hashes[this.count] = hash;
    this.count += 1;
    start[this.count] = stop;
    return this.count - 1;
  }

  #equals(stack: number, first: number, length: number): boolean {
    const { locations } = this;
    const other = this.start[stack] as number;
    if ((this.start[stack + 1] as number) - other !== length) return false;
    // Stacks differ more often at the leaf than at the root.
    let i = length - 1;
    while (i >= 0 && locations[other + i] === locations[first + i]) i -= 1;
    return i < 0;
  }
}
