import * as l10n from '@vscode/l10n';
import { pause } from '#engine/pause.ts';
import { ProfileError } from '../core/error.ts';
import { MiB } from '../core/formats/limits.ts';
import type { Compression, Take } from './compression.ts';

/** How far back a match reaches. */
const windowBytes = 1 << 16;
const magic = 0x184d2204;
/** Magic numbers of frames that hold something else, but for their last four bits. */
const skippableMagic = 0x184d2a50;
const smallestMatch = 4;

/**
 * LZ4, all frames of it (LZ4 Frame Format 1.6), blocks linked or not. The libraries that are there read past the end
 * of a damaged file in silence. Checksums are passed over.
 */
export const lz4: Compression = {
  starts: bytes => bytes.length >= 7 && uint32(bytes, 0) === magic,
  claim: bytes =>
    (bytes[4] ?? 0) & 0x08 && bytes.length >= 14 ? uint32(bytes, 6) + uint32(bytes, 10) * 2 ** 32 : 0,
  pieces: async (bytes, take) => {
    for (let at = 0; at < bytes.length; ) at = await readFrame(bytes, at, take);
  },
};

/** Reads the frame at an offset; where the next begins. */
async function readFrame(bytes: Uint8Array, start: number, take: Take): Promise<number> {
  const kind = uint32(bytes, start);
  if (kind >>> 4 === skippableMagic >>> 4) return start + 8 + uint32(bytes, start + 4);
  if (kind !== magic) throw damaged(l10n.t('there is no frame where one belongs'));
  const flags = byteAt(bytes, start + 4);
  if (flags >> 6 !== 1) throw damaged(l10n.t('its version is not known'));
  const hasBlockChecksums = (flags & 0x10) !== 0;
  const sizeCode = (byteAt(bytes, start + 5) >> 4) & 7;
  if (sizeCode < 4) throw damaged(l10n.t('its size of blocks is not known'));
  const block = new Block(1 << (8 + 2 * sizeCode));
  let at = start + 7 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0);
  for (let size = uint32(bytes, at); size !== 0; size = uint32(bytes, at)) {
    at += 4;
    const length = size & 0x7fffffff;
    if (length > bytes.length - at) throw damaged(l10n.t('it ends inside a block'));
    const content = bytes.subarray(at, at + length);
    const out = size >>> 31 === 1 ? block.copy(content) : block.decode(content);
    for (let from = 0; from < out.length; from += MiB) take(out.subarray(from, from + MiB));
    await pause();
    at += length + (hasBlockChecksums ? 4 : 0);
  }
  return at + 4 + (flags & 0x04 ? 4 : 0);
}

/** Decodes one block after the other; a block may reach back into those before. */
class Block {
  readonly #out: Uint8Array;
  readonly #most: number;
  /** Bytes of earlier blocks, which stand before `windowBytes`. */
  #known = 0;
  #end = windowBytes;

  constructor(most: number) {
    this.#most = most;
    this.#out = new Uint8Array(windowBytes + most);
  }

  copy(content: Uint8Array): Uint8Array {
    this.#begin();
    this.#room(content.length);
    this.#out.set(content, this.#end);
    this.#end += content.length;
    return this.#out.subarray(windowBytes, this.#end);
  }

  decode(content: Uint8Array): Uint8Array {
    this.#begin();
    let at = 0;
    const length = (nibble: number): number => {
      let value = nibble;
      for (let more = nibble === 15 ? 255 : 0; more === 255; value += more) more = byteAt(content, at++);
      return value;
    };
    while (at < content.length) {
      const token = byteAt(content, at++);
      const literals = length(token >> 4);
      this.#room(literals);
      if (literals > content.length - at) throw damaged(l10n.t('it ends inside a block'));
      this.#out.set(content.subarray(at, at + literals), this.#end);
      this.#end += literals;
      at += literals;
      // The last sequence of a block has no match.
      if (at === content.length) break;
      const back = byteAt(content, at) | (byteAt(content, at + 1) << 8);
      at += 2;
      this.#match(back, length(token & 15) + smallestMatch);
    }
    return this.#out.subarray(windowBytes, this.#end);
  }

  /** What is longer than it reaches back repeats itself. */
  #match(back: number, length: number): void {
    if (back === 0 || back > this.#end - windowBytes + this.#known)
      throw damaged(l10n.t('a match lies before its start'));
    this.#room(length);
    const out = this.#out;
    for (const end = this.#end + length; this.#end < end; this.#end++) {
      out[this.#end] = out[this.#end - back] as number;
    }
  }

  #begin(): void {
    const kept = Math.min(windowBytes, this.#end - windowBytes + this.#known);
    this.#out.copyWithin(windowBytes - kept, this.#end - kept, this.#end);
    this.#known = kept;
    this.#end = windowBytes;
  }

  #room(length: number): void {
    if (this.#end - windowBytes + length > this.#most)
      throw damaged(l10n.t('a block is larger than its frame says'));
  }
}

function uint32(bytes: Uint8Array, at: number): number {
  const low = byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16);
  return low + byteAt(bytes, at + 3) * 2 ** 24;
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw damaged(l10n.t('it ends too early'));
  return byte;
}

function damaged(detail: string): ProfileError {
  return new ProfileError('gzip', detail);
}
