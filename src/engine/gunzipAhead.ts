import { gunzip as inflate } from 'node:zlib';
import { limits } from '../core/formats/limits.ts';
import type { Gunzip } from '../core/formats/readProfile.ts';
import { chunkSizeFor, gunzip } from './gunzip.ts';

type Outcome = { readonly inflated: Uint8Array } | { readonly error: unknown };

/**
 * Inflates files all at once, in zlib's own threads, and gives back a `Gunzip` that hands each result (or error) out
 * when its file is asked for, once.
 */
export async function gunzipAhead(files: readonly Uint8Array[]): Promise<Gunzip> {
  const compressed = files.filter(bytes => bytes[0] === 0x1f && bytes[1] === 0x8b);
  const outcomes = new Map(
    await Promise.all(compressed.map(async bytes => [bytes, await outcomeOf(bytes)] as const)),
  );
  return (bytes, maxBytes) => {
    const outcome = outcomes.get(bytes);
    outcomes.delete(bytes);
    if (outcome === undefined) return gunzip(bytes, maxBytes);
    if ('error' in outcome) throw outcome.error;
    if (outcome.inflated.length > maxBytes) throw new RangeError(`more than ${maxBytes} bytes`);
    return outcome.inflated;
  };
}

function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  const maxOutputLength = Math.min(limits.inflatedBytes, bytes.length * limits.inflateRatio);
  return new Promise(resolve => {
    inflate(bytes, { maxOutputLength, chunkSize: chunkSizeFor(bytes, maxOutputLength) }, (error, result) => {
      if (error !== null) resolve({ error });
      else resolve({ inflated: new Uint8Array(result.buffer, result.byteOffset, result.byteLength) });
    });
  });
}
