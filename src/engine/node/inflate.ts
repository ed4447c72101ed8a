import { constants, createGunzip } from 'node:zlib';
import { ProfileError } from '../../core/error.ts';
import type { Take } from '../compression.ts';

/** What a gzipped file holds, all members of it, by Node's zlib in a thread of its own. As `Compression.pieces`. */
export async function inflate(bytes: Uint8Array, take: Take, piece: number): Promise<void> {
  const stream = createGunzip({ chunkSize: Math.max(piece, constants.Z_MIN_CHUNK) });
  stream.end(bytes);
  try {
    for await (const each of stream) take(each);
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw new ProfileError('gzip', error.message);
    throw error;
  }
}
