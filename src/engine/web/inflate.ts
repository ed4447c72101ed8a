import { Inflate, Z_BUF_ERROR } from 'pako';
import { ProfileError } from '../../core/error.ts';
import type { Take } from '../compression.ts';

/** The largest window, and no other wrapping than gzip's: zlib's `windowBits`. */
const gzipOnly = 15 + 16;

/**
 * What a gzipped file holds, all members of it. As `Compression.pieces`. A browser's own stream takes no second member and no
 * zeros behind the last, which Node's zlib does; pako is that zlib in another language, checksums and words of errors included.
 */
export async function inflate(bytes: Uint8Array, take: Take, piece: number): Promise<void> {
  const reader = new Inflate({ windowBits: gzipOnly, chunkSize: piece });
  reader.onData = take;
  if (reader.push(bytes, true)) return;
  throw new ProfileError('gzip', reader.err === Z_BUF_ERROR ? 'unexpected end of file' : reader.msg);
}
