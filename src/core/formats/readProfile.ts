import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { isText, otherKind, resemblance } from './otherKinds.ts';
import { looksLikeProto } from './proto/looksLikeProto.ts';
import { readProto } from './proto/protoReader.ts';
import { isHeapText, readHeapText } from './text/heapText.ts';
import { isJavaHeap, readJavaHeap } from './text/javaHeap.ts';
import { isJemalloc, readJemalloc } from './text/jemalloc.ts';
import { firstLine } from './text/textLines.ts';
import { isV8Heap, readV8Heap } from './v8Heap.ts';

/**
 * Reads a heap profile of any known format, decompressed, recognised by its content and never by its name: as
 * profile.proto if it can be, else by the first line. Throws `ProfileError`.
 */
export function readProfile(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  if (!bytes.some(isNotBlank)) throw new ProfileError('empty', 'there is nothing in it');
  try {
    return readProto(bytes, limits);
  } catch (error) {
    if (!(error instanceof ProfileError) || (isTooMuch(error) && !isText(bytes))) throw error;
    return readOtherFormat(bytes, limits, error);
  }
}

/** Bytes that are neither zero nor white space. */
function isNotBlank(byte: number): boolean {
  return byte > 0x20;
}

function isTooMuch({ code }: ProfileError): boolean {
  return code === 'overLimit' || code === 'tooLarge';
}

function readOtherFormat(bytes: Uint8Array, limits: Limits, asProto: ProfileError): Profile {
  const first = firstLine(bytes);
  if (isHeapText(first)) return readHeapText(bytes, limits);
  if (isJavaHeap(first)) return readJavaHeap(bytes, limits);
  if (isJemalloc(first)) return readJemalloc(bytes, limits);
  const other = otherKind(bytes);
  if (other !== undefined) throw new ProfileError('wrongKind', other);
  if (isV8Heap(first)) return readV8Heap(bytes, limits);
  if (!isText(bytes) && looksLikeProto(bytes)) throw asProto;
  throw new ProfileError('unrecognized', resemblance(bytes));
}
