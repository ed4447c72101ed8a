import * as l10n from '@vscode/l10n';
import { pause } from '#engine/pause.ts';
import { ProfileError } from '../core/error.ts';
import { MiB } from '../core/formats/limits.ts';
import { wrongKind } from '../core/formats/otherKinds.ts';
import type { Compression } from './compression.ts';

/** The decoder copies a window for each block of 128 KiB; what zstd writes without being asked is up to 8 MiB. */
const largestWindow = 32 * MiB;
/** Fed at once, before others have their turn. */
const chunkBytes = 1 << 18;

/** zstd, all frames of it. Node's own is younger than the oldest Node that this has to run on. */
export const zstd: Compression = {
  starts: bytes => bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd,
  claim: bytes => frameHeader(bytes).content,
  pieces: async (bytes, take) => {
    const { window } = frameHeader(bytes);
    if (window > largestWindow) {
      throw wrongKind(
        l10n.t`compressed with zstd in a window of ${Math.ceil(window / MiB)} MiB`,
        l10n.t('decompress it first, `zstd -d --long=31 FILE`'),
      );
    }
    // Few files need it, and making its tables takes longer than reading a small one.
    const { Decompress } = await import('fzstd');
    let failure: unknown;
    const decompress = new Decompress(piece => {
      try {
        take(piece);
      } catch (error) {
        failure = error;
        throw error;
      }
    });
    try {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        decompress.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
        await pause();
      }
    } catch (error) {
      if (error === failure) throw error;
      throw new ProfileError('gzip', error instanceof Error ? error.message : String(error));
    }
  },
};

/** Sizes in bytes that the first frame's header (RFC 8878) claims: of what it holds, 0 when it does not say, and of its window. */
function frameHeader(bytes: Uint8Array): { readonly content: number; readonly window: number } {
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingle ? 1 : 0) : 1 << sizeFlag;
  const at = (isSingle ? 5 : 6) + dictionaryBytes;
  let content = sizeFlag === 1 ? 256 : 0;
  for (let i = 0; i < sizeBytes; i++) content += (bytes[at + i] ?? 0) * 2 ** (8 * i);
  const exponent = 2 ** (10 + ((bytes[5] ?? 0) >> 3));
  return { content, window: isSingle ? content : exponent + (exponent / 8) * ((bytes[5] ?? 0) & 7) };
}
