import { ProfileError } from '../error.ts';
import type { StringTable } from '../profile.ts';
import { profileField } from './protoFields.ts';
import type { ProtoLayout } from './protoLayout.ts';
import { decodeUtf8 } from './text.ts';
import { WireCursor } from './wire.ts';

/** The string table of a profile.proto: a copy of its bytes, each string decoded once, when asked for. */
class ProtoStrings implements StringTable {
  readonly length: number;
  readonly #bytes: Uint8Array;
  /** String `i` is `#bytes[#bounds[2i] ..< #bounds[2i + 1]]`. */
  readonly #bounds: Uint32Array;
  readonly #decoded: (string | undefined)[];

  constructor(bytes: Uint8Array, bounds: Uint32Array) {
    this.length = bounds.length / 2;
    this.#bytes = bytes;
    this.#bounds = bounds;
    this.#decoded = new Array<string | undefined>(this.length);
  }

  get(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    if (!(index >= 0 && index < this.length)) throw new RangeError(`string ${index} of ${this.length}`);
    const decoded = decodeUtf8(this.#bytes, this.#bounds[2 * index] ?? 0, this.#bounds[2 * index + 1] ?? 0);
    this.#decoded[index] = decoded;
    return decoded;
  }
}

/** Reads where the strings are; the first has to be `''`. */
export function readStrings(bytes: Uint8Array, layout: ProtoLayout): StringTable {
  const { stringsFrom, stringsTo } = layout;
  const bounds = new Uint32Array(2 * layout.strings);
  let filled = 0;
  const cursor = new WireCursor(bytes);
  while (cursor.next()) {
    if (cursor.field !== profileField.string) continue;
    if (filled === 0 && cursor.start !== cursor.stop) {
      throw new ProfileError('malformed', 'the first string is not empty', cursor.at);
    }
    bounds[filled++] = cursor.start - stringsFrom;
    bounds[filled++] = cursor.stop - stringsFrom;
  }
  return new ProtoStrings(bytes.slice(stringsFrom, stringsTo), bounds);
}
