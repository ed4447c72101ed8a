import { ContentGauge } from '../core/formats/contentGauge.ts';
import { type Limits, MiB } from '../core/formats/limits.ts';
import type { Compression } from './compression.ts';
import { gzip } from './gzip.ts';

const compressions: readonly Compression[] = [gzip];

/** What is a plausible size is kept while it is measured: this much, or this many times the file. */
const plausibleBytes = 16 * MiB;
const plausibleRatio = 64;

/**
 * What a file holds, decompressed where it is compressed. No limit is passed while that is found out: what claims to
 * be far larger than its file is measured first, and kept only when it comes out a second time. Rejects with
 * `ProfileError`: `overLimit`, or `gzip` where the file is damaged.
 */
export async function decompressed(bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
  const compression = compressions.find(({ starts }) => starts(bytes));
  if (compression === undefined) return bytes;
  if (!unfoldsFar(bytes, limits)) {
    const kept = await keep(compression, bytes, limits, compression.claim(bytes));
    if (kept !== undefined) return kept;
  }
  const gauge = new ContentGauge(limits, 'deep');
  await compression.pieces(bytes, piece => gauge.add(piece));
  return (await keep(compression, bytes, limits, gauge.size)) ?? new Uint8Array();
}

/** Whether a file claims to hold far more than a profile of its size does. */
export function unfoldsFar(bytes: Uint8Array, limits: Limits): boolean {
  const most = Math.min(limits.inflatedMiB * MiB, Math.max(plausibleBytes, plausibleRatio * bytes.length));
  return (compressions.find(({ starts }) => starts(bytes))?.claim(bytes) ?? 0) > most;
}

/** What the file holds, undefined where that is more than `size`. */
async function keep(
  { pieces }: Compression,
  bytes: Uint8Array,
  limits: Limits,
  size: number,
): Promise<Uint8Array | undefined> {
  // The pages of a large array are had when they are written to, so a claim costs nothing.
  const kept = new Uint8Array(size);
  const gauge = new ContentGauge(limits, 'shallow');
  try {
    await pieces(bytes, piece => {
      const at = gauge.size;
      gauge.add(piece);
      if (gauge.size > size) throw new LargerThanClaimed();
      kept.set(piece, at);
    });
  } catch (error) {
    if (error instanceof LargerThanClaimed) return undefined;
    throw error;
  }
  return kept.subarray(0, gauge.size);
}

class LargerThanClaimed extends Error {}
