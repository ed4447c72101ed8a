import { ProfileError } from '../../error.ts';
import type { StringTable } from '../../profile.ts';
import { decodeUtf8 } from '../decodeUtf8.ts';
import { limits } from '../limits.ts';
import type { Spans } from './spans.ts';

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

/**
 * The strings that lie in these spans. Only the part of `bytes` around them is kept, as a copy. Throws `tooLarge`
 * for a string that is no name any more.
 */
export function readStrings(bytes: Uint8Array, spans: Spans): StringTable {
  const from = spans.start(0);
  const bounds = new Uint32Array(2 * spans.length);
  for (let i = 0; i < spans.length; i++) {
    if (spans.stop(i) - spans.start(i) > limits.stringBytes) {
      throw new ProfileError('tooLarge', `a string of more than ${limits.stringBytes} bytes`, spans.start(i));
    }
    bounds[2 * i] = spans.start(i) - from;
    bounds[2 * i + 1] = spans.stop(i) - from;
  }
  return new ProtoStrings(bytes.slice(from, spans.stop(spans.length - 1)), bounds);
}
