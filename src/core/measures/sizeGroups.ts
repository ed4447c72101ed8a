/** Groups that are found by looking at each; more than that are found by a `Map`. */
const fewGroups = 32;

/** Adds up bytes and object counts by object size, over and over for a handful of entries at a time. */
export class SizeGroups {
  readonly #sizes: number[] = [];
  readonly #bytes: number[] = [];
  readonly #numbers: number[] = [];
  readonly #index = new Map<number, number>();

  add(size: number, bytes: number, number: number): void {
    const at = this.#find(size);
    this.#bytes[at] = (this.#bytes[at] as number) + bytes;
    this.#numbers[at] = (this.#numbers[at] as number) + number;
  }

  /** Hands out every group, and forgets them. */
  drain(take: (size: number, bytes: number, number: number) => void): void {
    for (let i = 0; i < this.#sizes.length; i++) {
      take(this.#sizes[i] as number, this.#bytes[i] as number, this.#numbers[i] as number);
    }
    this.#sizes.length = 0;
    this.#bytes.length = 0;
    this.#numbers.length = 0;
    if (this.#index.size > 0) this.#index.clear();
  }

  #find(size: number): number {
    const sizes = this.#sizes;
    const near = Math.min(sizes.length, fewGroups);
    for (let i = 0; i < near; i++) if (sizes[i] === size) return i;
    const known = sizes.length < fewGroups ? undefined : this.#index.get(size);
    if (known !== undefined) return known;
    sizes.push(size);
    this.#bytes.push(0);
    this.#numbers.push(0);
    if (sizes.length > fewGroups) this.#index.set(size, sizes.length - 1);
    return sizes.length - 1;
  }
}
