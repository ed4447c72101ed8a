import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import { limits } from './limits.ts';
import { isText, otherKind, resemblance } from './otherKinds.ts';
import { looksLikeProto } from './proto/looksLikeProto.ts';
import { readProto } from './proto/protoReader.ts';
import { isHeapText, readHeapText } from './text/heapText.ts';
import { isJavaHeap, readJavaHeap } from './text/javaHeap.ts';
import { isJemalloc, readJemalloc } from './text/jemalloc.ts';
import { firstLine } from './text/textLines.ts';
import { isV8Heap, readV8Heap } from './v8Heap.ts';

/**
 * Inflates gzip, all members of it. Throws `RangeError` when the result would pass `maxBytes`, and anything else
 * when the stream is damaged (Node's `gunzipSync` with `maxOutputLength` does just that).
 */
export type Gunzip = (bytes: Uint8Array, maxBytes: number) => Uint8Array;

/**
 * Reads a heap profile of any known format, gzipped or not, recognised by its content and never by its name: as
 * profile.proto if it can be, else by the first line. Throws `ProfileError`.
 */
export function readProfile(bytes: Uint8Array, gunzip: Gunzip): Profile {
  const inflated = inflate(bytes, gunzip);
  if (!inflated.some(isNotBlank)) throw new ProfileError('empty', 'there is nothing in it');
  try {
    return readProto(inflated);
  } catch (error) {
    if (!(error instanceof ProfileError) || error.code === 'tooLarge') throw error;
    return readOtherFormat(inflated, error);
  }
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
    throw new ProfileError('gzip', detail);
  }
}

/** Bytes that are neither zero nor white space. */
function isNotBlank(byte: number): boolean {
  return byte > 0x20;
}

function readOtherFormat(bytes: Uint8Array, asProto: ProfileError): Profile {
  const first = firstLine(bytes);
  if (isHeapText(first)) return readHeapText(bytes);
  if (isJavaHeap(first)) return readJavaHeap(bytes);
  if (isJemalloc(first)) return readJemalloc(bytes);
  const other = otherKind(bytes);
  if (other !== undefined) throw new ProfileError('wrongKind', other);
  if (isV8Heap(first)) return readV8Heap(bytes);
  if (!isText(bytes) && looksLikeProto(bytes)) throw asProto;
  throw new ProfileError('unrecognized', resemblance(bytes));
}
