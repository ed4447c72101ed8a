import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import { limits } from './limits.ts';
import { readProto } from './protoReader.ts';

/**
 * Inflates gzip, all members of it. Throws `RangeError` when the result would pass `maxBytes`, and anything else
 * when the stream is damaged (Node's `gunzipSync` with `maxOutputLength` does just that).
 */
export type Gunzip = (bytes: Uint8Array, maxBytes: number) => Uint8Array;

/**
 * Reads a heap profile of any known format, gzipped or not, recognised by its content. Throws `ProfileError`.
 */
export function readProfile(bytes: Uint8Array, gunzip: Gunzip): Profile {
  return readProto(inflate(bytes, gunzip));
}

function inflate(bytes: Uint8Array, gunzip: Gunzip): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const maxBytes = Math.min(limits.inflatedBytes, bytes.length * limits.inflateRatio);
  try {
    return gunzip(bytes, maxBytes);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ProfileError('tooLarge', `more than ${maxBytes} bytes when decompressed`);
    }
    const detail = error instanceof Error ? error.message : String(error);
    throw new ProfileError('gzip', `the gzip stream is damaged: ${detail}`);
  }
}
