import { createGunzip } from 'node:zlib';
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
