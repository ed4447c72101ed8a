import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import type { Profile } from '../profile.ts';
import { behindLines, httpBody } from './behindLines.ts';
import { readBinaryDump } from './binaryDump.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { isText, otherKind, resemblance, wrongKind } from './otherKinds.ts';
import { looksLikeProto } from './proto/looksLikeProto.ts';
import { otherProto } from './proto/otherProto.ts';
import { readProto } from './proto/protoReader.ts';
import { release } from './resized.ts';
import { isGoCounts, readGoCounts } from './text/goCounts.ts';
import { isHeapText, readHeapText } from './text/heapText.ts';
import { isJavaHeap, readJavaHeap } from './text/javaHeap.ts';
import { isJemalloc, readJemalloc } from './text/jemalloc.ts';
import { symbolised } from './text/symbolise.ts';
import { isSymbolised, readSymbols } from './text/symbols.ts';
import { firstLine } from './text/textLines.ts';
import { isUtf16, utf8OfUtf16 } from './text/utf16.ts';
import { isV8Heap, readV8Heap } from './v8Heap.ts';

/** First lines of texts are shorter. */
const longestFirstLine = 256;

/**
 * Reads a heap profile of any known format, decompressed, recognised by its content and never by its name: as
 * profile.proto if it can be, else by the first line of a text, or by the first that a profile begins with where others
 * stand before it. Throws `ProfileError`.
 */
export function readProfile(bytes: Uint8Array, limits: Limits = defaultLimits): Profile {
  if (!bytes.some(isNotBlank)) throw new ProfileError('empty', l10n.t('there is nothing in it'));
  if (isUtf16(bytes)) return readUtf16(bytes, limits);
  try {
    return readProto(bytes, limits);
  } catch (error) {
    if (!(error instanceof ProfileError) || (isTooMuch(error) && !isText(bytes))) throw error;
    return readOtherFormat(bytes, limits, error);
  }
}

/** As `readProfile`, and the bytes are given up: nobody may read them any more, and a profile keeps nothing of them. */
export function readOnce(bytes: Uint8Array, limits: Limits): Profile {
  const profile = readProfile(bytes, limits);
  release(bytes);
  return profile;
}

/** Bytes that are neither zero nor white space. */
function isNotBlank(byte: number): boolean {
  return byte > 0x20;
}

function isTooMuch({ code }: ProfileError): boolean {
  return code === 'overLimit' || code === 'tooLarge';
}

function readUtf16(bytes: Uint8Array, limits: Limits): Profile {
  const text = utf8OfUtf16(bytes, limits);
  if (isText(text)) return readProfile(text, limits);
  throw new ProfileError(
    'wrongKind',
    l10n.t(
      'was saved through PowerShell’s `>`, which turns bytes into UTF-16 text: save it with `curl.exe -o FILE` or `Invoke-WebRequest -OutFile FILE`',
    ),
  );
}

function readOtherFormat(bytes: Uint8Array, limits: Limits, asProto: ProfileError): Profile {
  const profile = readText(bytes, limits);
  if (profile !== undefined) return profile;
  const body = httpBody(bytes);
  if (body !== undefined) return readProfile(bytes.subarray(body), limits);
  const other = otherKind(bytes);
  if (other !== undefined) throw other;
  if (isV8Heap(firstLine(bytes))) return readV8Heap(bytes, limits);
  const behind = behindLines(bytes, at =>
    isTextProfile(firstLine(bytes.subarray(at, at + longestFirstLine))),
  );
  const found = behind === undefined ? undefined : readText(bytes.subarray(behind), limits);
  if (found !== undefined) return found;
  if (!isText(bytes)) {
    const message = otherProto(bytes);
    if (message !== undefined) throw wrongKind(...message);
    if (looksLikeProto(bytes)) throw asProto;
  }
  throw new ProfileError('unrecognized', resemblance(bytes));
}

function isTextProfile(first: string): boolean {
  return (
    isHeapText(first) || isGoCounts(first) || isJavaHeap(first) || isJemalloc(first) || isSymbolised(first)
  );
}

/** Undefined where the first line is that of no text with a profile. */
function readText(bytes: Uint8Array, limits: Limits): Profile | undefined {
  const first = firstLine(bytes);
  if (isHeapText(first)) return readHeapText(bytes, limits);
  if (isGoCounts(first)) return readGoCounts(bytes, limits);
  if (isJavaHeap(first)) return readJavaHeap(bytes, limits);
  if (isJemalloc(first)) return readJemalloc(bytes, limits);
  if (isSymbolised(first)) return readSymbolised(bytes, limits);
  return undefined;
}

/** What stands behind the symbols is a text of its own, or binary. */
function readSymbolised(bytes: Uint8Array, limits: Limits): Profile {
  const { symbols, kind, dump } = readSymbols(bytes, limits);
  const profile = kind === 'profile' ? readBinaryDump(dump, limits) : readText(dump, limits);
  if (profile !== undefined) return symbolised(profile, symbols, limits);
  throw (
    otherKind(dump) ?? wrongKind(l10n.t`a symbolised text of kind ${kind}`, l10n.t('choose a heap profile'))
  );
}
