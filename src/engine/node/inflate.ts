import { createGunzip } from 'node:zlib';
import { ProfileError } from '../../core/error.ts';
import { MiB } from '../../core/formats/limits.ts';
import type { Take } from '../compression.ts';

/** What a gzipped file holds, all members of it, by Node's zlib in a thread of its own. As `Compression.pieces`. */
export async function inflate(bytes: Uint8Array, take: Take): Promise<void> {
  const stream = createGunzip({ chunkSize: MiB });
  stream.end(bytes);
  try {
    for await (const piece of stream) take(piece);
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw new ProfileError('gzip', error.message);
    throw error;
  }
}
