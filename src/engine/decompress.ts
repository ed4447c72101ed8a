import { behindLines } from '../core/formats/behindLines.ts';
import { ContentGauge } from '../core/formats/contentGauge.ts';
import { type Limits, MiB } from '../core/formats/limits.ts';
import type { Compression } from './compression.ts';
import { gzip } from './gzip.ts';
import { lz4 } from './lz4.ts';
import { zstd } from './zstd.ts';

const compressions: readonly Compression[] = [gzip, zstd, lz4];
/** What is served compressed, and was before, is compressed twice. */
const mostLayers = 3;

/** What is a plausible size is kept while it is measured: this much, or this many times the file. */
const plausibleBytes = 16 * MiB;
const plausibleRatio = 64;

/**
 * What a file holds, decompressed where it is compressed, be it behind a few lines of text (as `curl -i` saves). No
 * limit is passed while that is found out: what claims to be far larger than its file is measured first, and kept only
 * when it comes out a second time. Rejects with `ProfileError`: `overLimit`, or `gzip` where the file is damaged.
 */
export async function decompressed(bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
  let content = bytes;
  for (let layer = 0; layer < mostLayers; layer++) {
    const packed = packedIn(content);
    if (packed === undefined) break;
    content = await unpack(packed, limits);
  }
  return content;
}

/** Whether a file claims to hold far more than a profile of its size does. */
export function unfoldsFar(bytes: Uint8Array, limits: Limits): boolean {
  const packed = packedIn(bytes);
  return packed !== undefined && claimsMuch(packed, limits);
}

/** Something compressed, and how. */
interface Packed {
  readonly compression: Compression;
  readonly bytes: Uint8Array;
}

/** What is compressed in a file, undefined where nothing is. */
function packedIn(bytes: Uint8Array): Packed | undefined {
  const compressionAt = (at: number): Compression | undefined =>
    compressions.find(({ starts }) => starts(bytes.subarray(at)));
  const at =
    compressionAt(0) === undefined ? behindLines(bytes, from => compressionAt(from) !== undefined) : 0;
  const compression = at === undefined ? undefined : compressionAt(at);
  return compression === undefined ? undefined : { compression, bytes: bytes.subarray(at) };
}

function claimsMuch({ compression, bytes }: Packed, limits: Limits): boolean {
  const most = Math.min(limits.inflatedMiB * MiB, Math.max(plausibleBytes, plausibleRatio * bytes.length));
  return compression.claim(bytes) > most;
}

async function unpack(packed: Packed, limits: Limits): Promise<Uint8Array> {
  const { compression, bytes } = packed;
  if (!claimsMuch(packed, limits)) {
    const kept = await keep(compression, bytes, limits, compression.claim(bytes));
    if (kept !== undefined) return kept;
  }
  const gauge = new ContentGauge(limits, 'deep');
  await compression.pieces(bytes, piece => gauge.add(piece));
  return (await keep(compression, bytes, limits, gauge.size)) ?? new Uint8Array();
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
