import type { SampleColumns } from '../profile.ts';

/** Bytes of many things in one array: those of thing `i` are `bytes[start[i] ..< start[i + 1]]`. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly start: Uint32Array;
}

/** Tags of profile.proto: a sample of a profile; the locations and the values of a sample. */
const sampleTag = (2 << 3) | 2;
const locationsTag = (1 << 3) | 2;
const valuesTag = (2 << 3) | 2;

/** Bytes that the tags and lengths of a sample take at most. */
const mostHeads = 3 * 6;

/** Room to begin with, in bytes. */
const firstRoom = 1 << 16;

/**
 * Puts samples together from parts that are written already: a location stands in hundreds of stacks. By Protocol Buffers'
 * rules a list of numbers is what stands for each of them, one after the other, and so is a message of its fields. Linear
 * in the bytes.
 */
export class SampleMessages {
  readonly #ids: Written;
  readonly #columns: number;
  #bytes = new Uint8Array(firstRoom);
  #end = 0;

  /** `ids` are those of the locations, each as it stands in a list. A sample has `columns` values. */
  constructor(ids: Written, columns: number) {
    this.#ids = ids;
    this.#columns = columns;
  }

  /** A sample with the stack of that row, the values of the `nth` that there are values of, and its labels as they are. */
  add(
    { stack, stackStart }: SampleColumns,
    row: number,
    values: Written,
    nth: number,
    labels: Uint8Array,
  ): void {
    const { bytes: idBytes, start: idStart } = this.#ids;
    const leaf = stackStart[row] as number;
    const root = stackStart[row + 1] as number;
    let idLength = 0;
    for (let i = leaf; i < root; i++) {
      const location = stack[i] as number;
      idLength += (idStart[location + 1] as number) - (idStart[location] as number);
    }
    const valueStart = values.start[nth * this.#columns] as number;
    const valueEnd = values.start[(nth + 1) * this.#columns] as number;
    const length = blockLength(idLength) + blockLength(valueEnd - valueStart) + labels.length;
    this.#reserve(mostHeads + length);

    this.#head(sampleTag, length);
    const bytes = this.#bytes;
    if (idLength > 0) this.#head(locationsTag, idLength);
    let at = this.#end;
    for (let i = leaf; i < root; i++) {
      const location = stack[i] as number;
      const end = idStart[location + 1] as number;
      for (let k = idStart[location] as number; k < end; k++) bytes[at++] = idBytes[k] as number;
    }
    this.#end = at;
    if (valueEnd > valueStart) this.#head(valuesTag, valueEnd - valueStart);
    at = this.#end;
    for (let k = valueStart; k < valueEnd; k++) bytes[at++] = values.bytes[k] as number;
    bytes.set(labels, at);
    this.#end = at + labels.length;
  }

  /** What was put together since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#end);
    this.#bytes = new Uint8Array(this.#bytes.length);
    this.#end = 0;
    return taken;
  }

  #head(tag: number, length: number): void {
    this.#bytes[this.#end++] = tag;
    let rest = length;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#end++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#end++] = rest;
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * this.#bytes.length + bytes);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** What a list of so many bytes takes, its tag and length included; an empty one is left out. */
function blockLength(length: number): number {
  if (length === 0) return 0;
  let bytes = 2 + length;
  for (let rest = length; rest >= 0x80; rest >>>= 7) bytes += 1;
  return bytes;
}
