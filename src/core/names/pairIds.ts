/** Slots that a table has at least, a power of two. */
const fewestSlots = 1 << 10;

/**
 * Numbers pairs of integers 0, 1, 2, … in the order they are first seen. An open-addressing hash table in typed
 * arrays: a `Map` would need one boxed key a pair. `first` fits 32 bits, `second` a double.
 */
export class PairIds {
  count = 0;
  #first: Uint32Array;
  #second: Float64Array;
  /** Id + 1 of the pair in the slot, 0 when free; never more than half full. */
  #slots: Uint32Array;

  /** The table grows as needed; with room for so many pairs it need not. */
  constructor(room = 0) {
    const slots = Math.max(fewestSlots, 2 ** Math.ceil(Math.log2(2 * room + 1)));
    this.#first = new Uint32Array(slots / 2);
    this.#second = new Float64Array(slots / 2);
    this.#slots = new Uint32Array(slots);
  }

  /** The pair's number, a new one when it has not been seen. */
  idOf(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const taken = this.#slots[slot] as number;
      if (taken === 0) break;
      if (this.#first[taken - 1] === first && this.#second[taken - 1] === second) return taken - 1;
      slot = (slot + 1) & mask;
    }
    if (this.count === this.#first.length) {
      this.#grow();
      return this.idOf(first, second);
    }
    this.#first[this.count] = first;
    this.#second[this.count] = second;
    this.count += 1;
    this.#slots[slot] = this.count;
    return this.count - 1;
  }

  /** First members of all pairs, by id. */
  firsts(): Uint32Array {
    return this.#first.slice(0, this.count);
  }

  /** Second members of all pairs, by id. */
  seconds(): Float64Array {
    return this.#second.slice(0, this.count);
  }

  #grow(): void {
    const capacity = this.#first.length * 2;
    const first = new Uint32Array(capacity);
    first.set(this.#first);
    const second = new Float64Array(capacity);
    second.set(this.#second);
    const slots = new Uint32Array(capacity * 2);
    for (let id = 0; id < this.count; id++) {
      let slot = hash(first[id] as number, second[id] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id + 1;
    }
    this.#first = first;
    this.#second = second;
    this.#slots = slots;
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second | 0, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 8;
}
