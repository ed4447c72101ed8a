import { behindLines } from '../core/formats/behindLines.ts';
import { ContentGauge } from '../core/formats/contentGauge.ts';
import { type Limits, MiB } from '../core/formats/limits.ts';
import { release } from '../core/formats/resized.ts';
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

/** In one piece at the most, whatever it claims: a thread that is ended ends after the piece that it is at. */
const largestPiece = 64 * MiB;

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

/** As `decompressed`, and the bytes of a compressed file are given up: nobody may read them any more. */
export async function unpacked(bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
  const content = await decompressed(bytes, limits);
  if (content.buffer !== bytes.buffer) release(bytes);
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
  await compression.pieces(bytes, piece => gauge.add(piece), MiB);
  return (await keep(compression, bytes, limits, gauge.size)) ?? new Uint8Array();
}

/** What the file holds, undefined where that is more than `size`. */
async function keep(
  { pieces }: Compression,
  bytes: Uint8Array,
  limits: Limits,
  size: number,
): Promise<Uint8Array | undefined> {
  let kept = new Uint8Array();
  const gauge = new ContentGauge(limits, 'shallow');
  const add = (piece: Uint8Array): void => {
    const at = gauge.size;
    gauge.add(piece);
    if (gauge.size > size) throw new LargerThanClaimed();
    // What is all of it is kept as it came: a copy would take as much memory again, and time to have it.
    if (piece.length === size) kept = plain(piece);
    else {
      // The pages of a large array are had when they are written to, so a claim costs nothing.
      if (at === 0) kept = new Uint8Array(size);
      kept.set(piece, at);
    }
  };
  try {
    // With room for one byte more, zlib sees the end before it asks for another piece.
    await pieces(bytes, add, Math.min(size + 1, largestPiece));
  } catch (error) {
    if (error instanceof LargerThanClaimed) return undefined;
    throw error;
  }
  return kept.subarray(0, gauge.size);
}

/** The same bytes, as none of Node's own buffers: a slice of those is no copy. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, length);
}

class LargerThanClaimed extends Error {}
