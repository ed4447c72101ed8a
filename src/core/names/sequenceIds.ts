import { resized } from '../formats/resized.ts';

/** Slots that a table has at least, a power of two; and numbers that there is room for at first. */
const fewestSlots = 1 << 10;

/**
 * Numbers sequences of numbers 0, 1, 2, … in the order they are first seen: equal ones have one number. An open-addressing
 * hash table over one array of all numbers: each sequence is looked up once, and a `Map` would need a text of it as key.
 */
export class SequenceIds {
  count = 0;
  /** Sequence `id` is `#numbers[#start[id] ..< #start[id + 1]]`. */
  #numbers = new Float64Array(fewestSlots);
  #start = new Uint32Array(fewestSlots / 2 + 1);
  #hashes = new Uint32Array(fewestSlots / 2);
  /** Id + 1 of the sequence in the slot, 0 when free; never more than half full. */
  #slots = new Uint32Array(fewestSlots);

  /** The number of the first `length` of these, `count` when they have not been seen. */
  idOf(sequence: readonly number[], length = sequence.length): number {
    const hash = hashOf(sequence, length);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = (this.#slots[slot] as number) - 1;
      if (id < 0) break;
      if (this.#hashes[id] === hash && this.#equals(id, sequence, length)) return id;
      slot = (slot + 1) & mask;
    }
    if (this.count === this.#hashes.length) {
      this.#grow();
      return this.idOf(sequence, length);
    }
    const from = this.#start[this.count] as number;
    const to = from + length;
    if (to > this.#numbers.length) this.#numbers = resized(this.#numbers, 2 * to);
    for (let i = 0; i < length; i++) this.#numbers[from + i] = sequence[i] as number;
    this.#hashes[this.count] = hash;
    this.count += 1;
    this.#start[this.count] = to;
    this.#slots[slot] = this.count;
    return this.count - 1;
  }

  #equals(id: number, sequence: readonly number[], length: number): boolean {
    const from = this.#start[id] as number;
    if ((this.#start[id + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i++) if (this.#numbers[from + i] !== sequence[i]) return false;
    return true;
  }

  #grow(): void {
    const capacity = 2 * this.#hashes.length;
    this.#hashes = resized(this.#hashes, capacity);
    this.#start = resized(this.#start, capacity + 1);
    this.#slots = new Uint32Array(2 * capacity);
    const mask = this.#slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = (this.#hashes[id] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id + 1;
    }
  }
}

function hashOf(sequence: readonly number[], length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) {
    const each = sequence[i] as number;
    hash = Math.imul(hash ^ each ^ (each / 2 ** 32), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0xc2b2ae35) >>> 0;
}
