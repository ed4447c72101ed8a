import { measure } from '../measures/measure.ts';
import { byName, type FrameSums, sumFrames, tableOrder } from '../measures/table.ts';
import { type Comparison, isWide } from '../pair/comparison.ts';
import type { SharedType } from '../pair/sharedTypes.ts';
import { bucketColumns } from '../stacks/buckets.ts';
import { rootNode } from '../tree/callTree.ts';
import type { MergedTree } from '../tree/mergedTree.ts';

export interface ExactPair {
  readonly base: bigint;
  readonly current: bigint;
}

export interface ExactRow {
  readonly name: string;
  readonly file: string;
  /** 0 unless the tree is one of lines. */
  readonly line: number;
  readonly flat: ExactPair;
  readonly cum: ExactPair;
}

/** Every row that is not all zero, by |flat delta| descending, then name; and the sums over all samples. */
export interface ExactTable {
  readonly total: ExactPair;
  readonly increase: bigint;
  readonly decrease: bigint;
  readonly rows: readonly ExactRow[];
}

const word = 2n ** 32n;

/** The Top table in whole numbers, exact however large. Values past 2^53 are summed as high and low words. */
export function exactTable(
  comparison: Comparison,
  merged: MergedTree,
  type: SharedType,
  normalize: boolean,
): ExactTable {
  const { frames, tree } = merged;
  const parts = (isWide(comparison, type) ? (['high', 'low'] as const) : (['value'] as const)).map(part => {
    const values = bucketColumns(merged.buckets, comparison, type, normalize, part);
    const sums = measure(tree, values);
    return { sums, rows: sumFrames(tree, sums, frames.count) };
  });
  const combine = (number: (part: (typeof parts)[number]) => number): bigint =>
    parts.reduce((total, part) => total * word + BigInt(number(part)), 0n);

  const buckets = tree.order.length;
  const total = {
    base: combine(({ sums }) => sums.base[buckets] as number),
    current: combine(({ sums }) => sums.current[buckets] as number),
  };
  let increase = 0n;
  for (let node = rootNode; node < tree.count; node++) {
    const from = tree.start[node] as number;
    const to = tree.start[node + 1] as number;
    if (from === to) continue;
    const within = (sums: Float64Array): number => (sums[to] as number) - (sums[from] as number);
    const delta = combine(({ sums }) => within(sums.current) - within(sums.base));
    if (delta > 0n) increase += delta;
  }

  const listed = new Set(parts.flatMap(({ rows }) => tableOrder(frames, rows)));
  const rows = [...listed].map(frame => {
    const pair = (base: keyof FrameSums, current: keyof FrameSums): ExactPair => ({
      base: combine(part => part.rows[base][frame] as number),
      current: combine(part => part.rows[current][frame] as number),
    });
    const flat = pair('flatBase', 'flatCurrent');
    const line = frames.granularity === 'lines' ? (frames.line[frame] as number) : 0;
    const row = { name: frames.name[frame] ?? '', file: frames.file[frame] ?? '', line };
    return {
      frame,
      size: magnitude(flat.current - flat.base),
      row: { ...row, flat, cum: pair('cumBase', 'cumCurrent') },
    };
  });
  rows.sort((a, b) => (a.size === b.size ? byName(frames, a.frame, b.frame) : a.size > b.size ? -1 : 1));
  return {
    total,
    increase,
    decrease: increase - (total.current - total.base),
    rows: rows
      .map(({ row }) => row)
      .filter(({ flat, cum }) => flat.base || flat.current || cum.base || cum.current),
  };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
