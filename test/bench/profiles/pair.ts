import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeGoProfile } from './goWriter.ts';
import { layOutProgram, type Shape } from './program.ts';
import { growStacks } from './stacks.ts';

/** The sizes a benchmark can run at. */
export const sizes = ['S', 'M', 'L', 'XL'] as const;
export type Size = (typeof sizes)[number];

const shapes: Readonly<Record<Size, Shape>> = {
  S: { samples: 5_000, locations: 6_000, functions: 2_500, branch: 3 },
  M: { samples: 50_000, locations: 26_000, functions: 9_000, branch: 3.3 },
  L: { samples: 300_000, locations: 80_000, functions: 25_000, branch: 3.8 },
  XL: { samples: 1_000_000, locations: 200_000, functions: 60_000, branch: 5 },
};

/** Raised whenever the generator writes other bytes, so that no stale file is measured. */
const generation = 2;

/** One generated profile on disk; `rawBytes` is its size before compression. */
export interface GeneratedProfile {
  readonly path: string;
  readonly rawBytes: number;
  readonly gzipBytes: number;
  readonly samples: number;
  readonly locations: number;
  readonly functions: number;
}

export interface GeneratedPair {
  readonly size: Size;
  readonly base: GeneratedProfile;
  readonly current: GeneratedProfile;
}

/** The folder of generated files; ignored by git. */
export const cacheFolder = join(import.meta.dirname, '..', '.cache');

/** The pair of a size: from the cache, or made (the largest takes some ten seconds). */
export function generatedPair(size: Size): GeneratedPair {
  const index = join(cacheFolder, `${size}.${generation}.json`);
  if (existsSync(index)) return JSON.parse(readFileSync(index, 'utf8'));
  mkdirSync(cacheFolder, { recursive: true });
  const program = layOutProgram(shapes[size]);
  const stacks = growStacks(shapes[size]);
  const write = (side: 'base' | 'current'): GeneratedProfile => {
    const { bytes, ...counts } = writeGoProfile(program, stacks, side);
    const compressed = gzipSync(bytes, { level: 1 });
    const path = join(cacheFolder, `${size}-${side}.pb.gz`);
    writeFileSync(path, compressed);
    return { path, rawBytes: bytes.length, gzipBytes: compressed.length, ...counts };
  };
  const pair: GeneratedPair = { size, base: write('base'), current: write('current') };
  writeFileSync(index, JSON.stringify(pair, null, 1));
  return pair;
}
