import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { MiB } from '../../core/formats/limits.ts';

const options = {
  // As Go's runtime does: the next level takes twice as long for less than a tenth of the size.
  level: 1,
  // A table of hashes twice as large as usual: a sixth faster, and no larger.
  memLevel: 9,
  chunkSize: MiB,
  /** So much is made while zlib's thread has other pieces to compress. */
  highWaterMark: 4 * MiB,
};

/**
 * What the pieces say one after the other, as a gzipped file. They are asked for as they are needed, so that they never are
 * in memory all at once. Rejects with what they throw.
 */
export async function gzipped(pieces: Iterable<Uint8Array>): Promise<Uint8Array> {
  return await pipeline(oneByOne(pieces), createGzip(options), buffer);
}

/** After each piece zlib's thread is given the next that waits: else it would stand still while one is made. */
async function* oneByOne(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) {
    yield piece;
    await setImmediate();
  }
}
