import { type Limits, MiB, overLimit } from '../limits.ts';

/** The part of the Encoding standard that is used here; every host has it, ES2022's library does not name it. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Whether a file begins with UTF-16's byte order mark, as all do that Windows PowerShell's `>` writes. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The same text in UTF-8, without the mark. Throws `ProfileError` with code `overLimit`. */
export function utf8OfUtf16(bytes: Uint8Array, limits: Limits): Uint8Array {
  if (bytes.length > 2 * limits.textMiB * MiB) throw overLimit('textMiB', limits, 'MiB of text');
  const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
}
