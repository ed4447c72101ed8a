/** Rows of a table, each with the id 1, 2, 3, … that its key got when first seen. */
export class Interned<Key, T> {
  readonly all: T[] = [];
  readonly #ids = new Map<Key, number>();

  id(key: Key, create: (id: number) => T): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.all.length + 1;
    this.#ids.set(key, id);
    this.all.push(create(id));
    return id;
  }
}
