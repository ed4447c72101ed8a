import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ProfileError } from '../core/error.ts';
import { MiB } from '../core/formats/limits.ts';
import type { Compression } from './compression.ts';

/** gzip, all members of it, by Node's zlib in a thread of its own. */
export const gzip: Compression = {
  starts: bytes => bytes[0] === 0x1f && bytes[1] === 0x8b,
  /** That of the last member. */
  claim: bytes =>
    bytes.length < 18
      ? 0
      : new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true),
  pieces: async (bytes, take) => {
    const stream = createGunzip({ chunkSize: MiB });
    stream.end(bytes);
    try {
      for await (const piece of stream) take(piece);
    } catch (error) {
      if (error instanceof Error && 'errno' in error) throw new ProfileError('gzip', error.message);
      throw error;
    }
  },
};

/** So many pieces are made while zlib's thread has others to compress. */
const piecesAhead = 8;

/**
 * What the pieces say one after the other, as a gzipped file. They are asked for as they are needed, so that they never are
 * in memory all at once. Rejects with what they throw.
 */
export async function gzipped(pieces: Iterable<Uint8Array>): Promise<Uint8Array> {
  const source = Readable.from(pieces, { highWaterMark: piecesAhead });
  // As Go's runtime does: the next level takes twice as long for less than a tenth of the size.
  return await pipeline(source, createGzip({ level: 1, chunkSize: MiB }), buffer);
}
