import type { SampleColumns } from '../../profile.ts';
import type { Written } from './writtenNumbers.ts';

/** Tags of profile.proto: a sample of a profile; the locations and the values of a sample. */
const sampleTag = (2 << 3) | 2;
const locationsTag = (1 << 3) | 2;
const valuesTag = (2 << 3) | 2;

/** Bytes that the tags and lengths of a sample take at most, and what an id is written past its end. */
const mostHeads = 3 * 6 + 4;

/** Room to begin with, in bytes. */
const firstRoom = 1 << 16;

/**
 * Puts samples together from parts that are written already: a location stands in hundreds of stacks. By Protocol Buffers'
 * rules a list of numbers is what stands for each of them, one after the other, and so is a message of its fields. Linear
 * in the bytes.
 */
export class SampleMessages {
  /** Of each location's id the bytes, the first one lowest, and how many they are. */
  readonly #ids: Int32Array;
  readonly #idLengths: Uint8Array;
  readonly #columns: number;
  #bytes = new DataView(new ArrayBuffer(firstRoom));
  #end = 0;

  /** `ids` are those of the locations, each as it stands in a list. A sample has `columns` values. */
  constructor({ bytes, start }: Written, columns: number) {
    this.#columns = columns;
    this.#ids = new Int32Array(start.length - 1);
    this.#idLengths = new Uint8Array(start.length - 1);
    for (let id = 0; id < this.#ids.length; id++) {
      const end = start[id + 1] as number;
      // Four bytes hold what is below 2^28: `largestLimits` allows fewer locations.
      let word = 0;
      for (let k = end - 1; k >= (start[id] as number); k--) word = (word << 8) | (bytes[k] as number);
      this.#ids[id] = word;
      this.#idLengths[id] = end - (start[id] as number);
    }
  }

  /** A sample with the stack of that row, the values of the `nth` that there are values of, and its labels as they are. */
  add(
    { stack, stackStart }: SampleColumns,
    row: number,
    values: Written,
    nth: number,
    labels: Uint8Array,
  ): void {
    const ids = this.#ids;
    const idLengths = this.#idLengths;
    const leaf = stackStart[row] as number;
    const root = stackStart[row + 1] as number;
    const first = values.start[nth * this.#columns] as number;
    const last = values.start[(nth + 1) * this.#columns] as number;
    let idsLength = 0;
    for (let i = leaf; i < root; i++) idsLength += idLengths[stack[i] as number] as number;
    const length = blockLength(idsLength) + blockLength(last - first) + labels.length;
    this.#reserve(mostHeads + length);

    this.#head(sampleTag, length);
    if (idsLength > 0) this.#head(locationsTag, idsLength);
    const bytes = this.#bytes;
    let at = this.#end;
    for (let i = leaf; i < root; i++) {
      const location = stack[i] as number;
      // What is too much of the four bytes the next one writes over.
      bytes.setInt32(at, ids[location] as number, true);
      at += idLengths[location] as number;
    }
    this.#end = at;
    if (last > first) this.#head(valuesTag, last - first);
    for (let k = first; k < last; k++) bytes.setUint8(this.#end++, values.bytes[k] as number);
    for (let k = 0; k < labels.length; k++) bytes.setUint8(this.#end++, labels[k] as number);
  }

  /** What was put together since the last time. */
  take(): Uint8Array {
    const { buffer } = this.#bytes;
    const taken = new Uint8Array(buffer, 0, this.#end);
    this.#bytes = new DataView(new ArrayBuffer(buffer.byteLength));
    this.#end = 0;
    return taken;
  }

  #head(tag: number, length: number): void {
    this.#bytes.setUint8(this.#end++, tag);
    let rest = length;
    for (; rest >= 0x80; rest >>>= 7) this.#bytes.setUint8(this.#end++, (rest & 0x7f) | 0x80);
    this.#bytes.setUint8(this.#end++, rest);
  }

  #reserve(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed <= this.#bytes.byteLength) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(new Uint8Array(this.#bytes.buffer));
    this.#bytes = new DataView(larger.buffer);
  }
}

/** What a list of so many bytes takes, its tag and length included; an empty one is left out. */
function blockLength(length: number): number {
  if (length === 0) return 0;
  let bytes = 2 + length;
  for (let rest = length; rest >= 0x80; rest >>>= 7) bytes += 1;
  return bytes;
}
