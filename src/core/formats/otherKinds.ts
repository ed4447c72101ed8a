import * as l10n from '@vscode/l10n';
import { ProfileError } from '../error.ts';
import { otherBinary } from './otherBinaries.ts';
import { otherJson } from './otherJson.ts';
import { isFolded, otherTexts } from './otherTexts.ts';

/** Enough of a file to tell what it is. */
export const tellingBytes = 4096;

/** What a file is, and what to do with it, as an error of code `wrongKind`. */
export function wrongKind(is: string, advice: string): ProfileError {
  return new ProfileError('wrongKind', l10n.t`is ${is}: ${advice}`);
}

/**
 * The error for a file that is whole, but no heap profile that can be read: what it is and what to do with it;
 * undefined where nothing tells. The first `tellingBytes` are enough for most.
 */
export function otherKind(bytes: Uint8Array): ProfileError | undefined {
  if (isLegacyCpuProfile(bytes)) {
    return wrongKind(
      l10n.t('a CPU profile in the old format of gperftools'),
      l10n.t('choose a heap profile'),
    );
  }
  const start = startOf(bytes);
  const binary = otherBinary(start);
  if (binary !== undefined) return wrongKind(...binary);
  if (/^(?:\xef\xbb\xbf)?\s*[[{]/.test(start)) {
    const json = otherJson(bytes);
    return json === undefined ? undefined : wrongKind(...json);
  }
  const text = otherTexts().find(([pattern]) => pattern.test(start));
  if (text !== undefined) return wrongKind(text[1], text[2]);
  if (isText(bytes) && isFolded(start)) {
    return wrongKind(
      l10n.t('a file of folded stacks, which does not say what it counts'),
      l10n.t('save it as pprof instead'),
    );
  }
  return undefined;
}

/** The first `tellingBytes`, a character a byte. */
function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, tellingBytes));
}

/** It starts with the words 0, 3, 0 or 1 (for Java), the period in microseconds, 0: of 32 or 64 bits, in either order. */
function isLegacyCpuProfile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [4, 8].some(size =>
    [true, false].some(littleEndian => {
      if (bytes.length < 5 * size) return false;
      const word = (i: number): number =>
        size === 4 ? view.getUint32(4 * i, littleEndian) : Number(view.getBigUint64(8 * i, littleEndian));
      return word(0) === 0 && word(1) === 3 && word(2) <= 1 && word(3) > 0 && word(4) === 0;
    }),
  );
}

/** What a file that nothing is known of looks like, by its first bytes. */
export function resemblance(bytes: Uint8Array): string {
  if (!isText(bytes)) return l10n.t('it holds binary data');
  if (/^\s*[[{]/.test(startOf(bytes))) return l10n.t('it looks like JSON');
  return l10n.t('it looks like text');
}

/** Whether the first bytes hold no control characters but white space. */
export function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 256).every(byte => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
