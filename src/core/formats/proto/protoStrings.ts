import type { StringTable } from '../../profile.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { bounds } from '../limits.ts';
import type { Spans } from './spans.ts';

/** Strings in UTF-8: string `i` is `bytes[bounds[2i] ..< bounds[2i + 1]]`. */
export interface StringBytes {
  readonly bytes: Uint8Array;
  readonly bounds: Uint32Array;
}

/** The string table of a profile.proto: a copy of its bytes, each string decoded once, when asked for. */
export class ProtoStrings implements StringTable {
  readonly length: number;
  readonly from: StringBytes;
  readonly #decoded: (string | undefined)[];

  constructor(from: StringBytes) {
    this.length = from.bounds.length / 2;
    this.from = from;
    this.#decoded = new Array<string | undefined>(this.length);
  }

  get(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    if (!(index >= 0 && index < this.length)) throw new RangeError(`string ${index} of ${this.length}`);
    const { bytes, bounds } = this.from;
    const decoded = decodeUtf8(bytes, bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0);
    this.#decoded[index] = decoded;
    return decoded;
  }
}

/** A profile's strings, and how many of them are cut because they were longer than a name can be. */
export interface ReadStrings {
  readonly strings: StringTable;
  readonly cutNames: number;
}

/** The strings that lie in these spans, of which there is one at least. They are copied, and nothing else is. */
export function readStrings(bytes: Uint8Array, spans: Spans): ReadStrings {
  const from = spans.start(0);
  const to = spans.stop(spans.length - 1);
  const table = new Uint32Array(2 * spans.length);
  let cutNames = 0;
  let kept = 0;
  for (let i = 0; i < spans.length; i++) {
    const start = spans.start(i);
    let stop = spans.stop(i);
    if (stop - start > bounds.nameLength) {
      stop = characterStart(bytes, start + bounds.nameLength);
      cutNames++;
    }
    table[2 * i] = start - from;
    table[2 * i + 1] = stop - from;
    kept += stop - start;
  }
  // Where little else lies between them, all of it is copied at once.
  if (kept >= (to - from) / 4)
    return { strings: new ProtoStrings({ bytes: bytes.slice(from, to), bounds: table }), cutNames };
  const close = new Uint8Array(kept);
  let end = 0;
  for (let i = 0; i < table.length; i += 2) {
    const string = bytes.subarray(from + (table[i] ?? 0), from + (table[i + 1] ?? 0));
    close.set(string, end);
    table[i] = end;
    end += string.length;
    table[i + 1] = end;
  }
  return { strings: new ProtoStrings({ bytes: close, bounds: table }), cutNames };
}

/** The last place at or before `at` where a character of UTF-8 begins. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
