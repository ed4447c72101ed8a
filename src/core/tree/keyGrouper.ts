/** Ranges up to this many items are sorted by insertion, larger ones by counting. */
const fewItems = 24;

/** Brings equal keys together, in ranges of two arrays that belong together. */
export class KeyGrouper {
  readonly #moved: Uint32Array;
  /** By key; holds zeros between uses. */
  readonly #slot: Uint32Array;
  readonly #groups: Uint32Array;

  /** For arrays of so many items, and keys below `keyCount`. */
  constructor(items: number, keyCount: number) {
    this.#moved = new Uint32Array(items);
    this.#slot = new Uint32Array(keyCount);
    this.#groups = new Uint32Array(Math.min(keyCount, items) + 1);
  }

  /** Groups `items[first ..< stop]` and their keys: key 0 first, the others in any order. */
  group(items: Uint32Array, keys: Uint32Array, first: number, stop: number): void {
    if (stop - first <= fewItems) sort(items, keys, first, stop);
    else this.#count(items, keys, first, stop);
  }

  // One loop a function: V8 compiles a loop that has run long before it has seen what comes after it, and throws that away at its end.
  #count(items: Uint32Array, keys: Uint32Array, first: number, stop: number): void {
    const found = this.#sizes(keys, first, stop);
    this.#begin(first, found);
    this.#move(items, keys, first, stop);
    this.#end(keys, first, found);
    items.set(this.#moved.subarray(first, stop), first);
  }

  /** Counts each key; returns how many there are. */
  #sizes(keys: Uint32Array, first: number, stop: number): number {
    const slot = this.#slot;
    const groups = this.#groups;
    let found = 1;
    groups[0] = 0;
    for (let i = first; i < stop; i++) {
      const key = keys[i] as number;
      if (slot[key] === 0 && key !== 0) groups[found++] = key;
      slot[key] = (slot[key] as number) + 1;
    }
    return found;
  }

  /** Where the items of each key begin, in place of how many there are. */
  #begin(first: number, found: number): void {
    const slot = this.#slot;
    const groups = this.#groups;
    let at = first;
    for (let g = 0; g < found; g++) {
      const key = groups[g] as number;
      const size = slot[key] as number;
      slot[key] = at;
      at += size;
    }
  }

  #move(items: Uint32Array, keys: Uint32Array, first: number, stop: number): void {
    const slot = this.#slot;
    const moved = this.#moved;
    for (let i = first; i < stop; i++) {
      const key = keys[i] as number;
      const to = slot[key] as number;
      slot[key] = to + 1;
      moved[to] = items[i] as number;
    }
  }

  /** Writes the keys as their items stand now, and leaves zeros. */
  #end(keys: Uint32Array, first: number, found: number): void {
    const slot = this.#slot;
    const groups = this.#groups;
    let at = first;
    for (let g = 0; g < found; g++) {
      const key = groups[g] as number;
      keys.fill(key, at, slot[key]);
      at = slot[key] as number;
      slot[key] = 0;
    }
  }
}

function sort(items: Uint32Array, keys: Uint32Array, first: number, stop: number): void {
  for (let i = first + 1; i < stop; i++) {
    const key = keys[i] as number;
    const item = items[i] as number;
    let j = i;
    while (j > first && (keys[j - 1] as number) > key) {
      keys[j] = keys[j - 1] as number;
      items[j] = items[j - 1] as number;
      j -= 1;
    }
    keys[j] = key;
    items[j] = item;
  }
}
