import { gunzipSync } from 'node:zlib';
import type { Gunzip } from '../core/formats/readProfile.ts';

/** One output chunk of the expected size spares copies; a file cannot make it larger than this. */
const LARGEST_CHUNK = 1 << 28;
const SMALLEST_CHUNK = 1 << 14;

/**
 * Inflates gzip, all members of it, by Node's zlib. Throws `RangeError` past `maxBytes`, and zlib's error when the
 * stream is damaged.
 */
export const gunzip: Gunzip = (bytes, maxBytes) => {
  const inflated = gunzipSync(bytes, {
    maxOutputLength: maxBytes,
    chunkSize: chunkSizeFor(bytes, maxBytes),
  });
  return new Uint8Array(inflated.buffer, inflated.byteOffset, inflated.byteLength);
};

/**
 * As large as the result where that can be told. The size that the last member claims is a hint and no more: it is
 * whatever the file says.
 */
export function chunkSizeFor(bytes: Uint8Array, maxBytes: number): number {
  const claimed =
    bytes.length < 18 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  return Math.max(SMALLEST_CHUNK, Math.min(claimed + 1, maxBytes, bytes.length * 1032, LARGEST_CHUNK));
}
