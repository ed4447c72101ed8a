import { inflate } from '#engine/inflate.ts';
import type { Compression } from './compression.ts';

/** gzip, all members of it. */
export const gzip: Compression = {
  starts: bytes => bytes[0] === 0x1f && bytes[1] === 0x8b,
  /** That of the last member. */
  claim: bytes =>
    bytes.length < 18
      ? 0
      : new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4, true),
  pieces: inflate,
};
