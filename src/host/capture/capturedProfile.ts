import * as l10n from '@vscode/l10n';
import { ProfileError } from '../../core/error.ts';
import { defaultLimits, MiB } from '../../core/formats/limits.ts';
import { looksLikeProto } from '../../core/formats/proto/looksLikeProto.ts';
import { decompressed } from '../../engine/decompress.ts';
import { gzipped } from '../../engine/node/gzipped.ts';
import { CaptureFailure } from './server/captureFailure.ts';
import { firstLine } from './server/firstLine.ts';

/** A profile as it is written: its bytes, the ending its name gets, and what it holds. */
export interface CapturedProfile {
  readonly bytes: Uint8Array;
  readonly ending: 'pb.gz' | 'heap' | 'heapprofile';
  readonly content: Uint8Array;
}

const textHeader = /^(?:heap profile:|heap_v2\/|--- symbol$)/;

/**
 * Tells by its beginning whether what came is a profile: profile.proto, gzipped if it is not yet, a text of Go, gperftools or
 * jemalloc, or V8's JSON. All of it is decompressed, so that what was cut off is found out now. Rejects with
 * `CaptureFailure`, which says what came instead.
 */
export async function capturedProfile(bytes: Uint8Array, mostBytes: number): Promise<CapturedProfile> {
  const content = await contentOf(bytes, mostBytes);
  const isPacked = content !== bytes;
  const line = firstLine(content);
  if (textHeader.test(line)) return { bytes: content, ending: 'heap', content };
  if (/^\{\s*(?:"head"|$)/.test(line)) return { bytes: content, ending: 'heapprofile', content };
  if (content.length > 0 && !isMarkup(line) && looksLikeProto(content)) {
    return { bytes: isPacked ? bytes : await gzipped([content]), ending: 'pb.gz', content };
  }
  if (content.length === 0) throw new CaptureFailure(l10n.t`The answer was empty`);
  throw new CaptureFailure(
    line === '' ? l10n.t`What came is no profile` : l10n.t`What came is no profile. It begins: ${line}`,
  );
}

async function contentOf(bytes: Uint8Array, mostBytes: number): Promise<Uint8Array> {
  const most = Math.ceil(mostBytes / MiB);
  try {
    return await decompressed(bytes, {
      ...defaultLimits,
      inflatedMiB: most,
      textMiB: most,
      jsonMiB: most,
    });
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    if (error.code === 'gzip') throw new CaptureFailure(l10n.t`The profile is damaged: ${error.detail}`);
    if (error.code !== 'overLimit')
      throw new CaptureFailure(l10n.t`What came is no profile: it ${error.detail}`);
    throw new CaptureFailure(
      l10n.t`The profile has more than ${most} MiB when decompressed (setting heapDiff.capture.mostMiB)`,
    );
  }
}

function isMarkup(line: string): boolean {
  return line.startsWith('<');
}
