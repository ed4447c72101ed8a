import type { Bucket, Frame, Node } from '../ids.ts';
import type { PairColumns } from '../pair/comparison.ts';
import type { CallTree } from '../tree/callTree.ts';
import type { Measure } from './measure.ts';

/** One number on both sides, in the sample type's unit. */
export interface Pair {
  readonly base: number;
  readonly current: number;
}

/** Parts `[from, to)` of a tree's `order`: what a node, a subtree or all nodes of a function stand for. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** The buckets that end at a node. */
export function ownRange(tree: CallTree, node: Node): Ranges {
  return [[tree.start[node] as number, tree.start[node + 1] as number]];
}

/** The buckets that end at a node or under it. */
export function subtreeRange(tree: CallTree, node: Node): Ranges {
  return [[tree.start[node] as number, tree.start[tree.next[node] as Node] as number]];
}

/** The buckets that end at any node of the frames, for each of them. */
export function ownRangesOf(tree: CallTree, frames: readonly Frame[]): ReadonlyMap<Frame, Ranges> {
  const found = new Map(frames.map(frame => [frame, [] as [number, number][]]));
  for (let node = 0; node < tree.count; node++) {
    const from = tree.start[node] as number;
    const to = tree.start[node + 1] as number;
    if (from !== to) found.get(tree.frame[node] as Frame)?.push([from, to]);
  }
  return found;
}

/** Sum over ranges, from running sums. */
export function sumOver(sums: Float64Array, ranges: Ranges): number {
  return ranges.reduce((total, [from, to]) => total + (sums[to] as number) - (sums[from] as number), 0);
}

export function pairOver({ base, current }: Measure, ranges: Ranges): Pair {
  return { base: sumOver(base, ranges), current: sumOver(current, ranges) };
}

/** Sum of values, one a bucket, over ranges, where there are no running sums. */
export function pairIn({ order }: CallTree, values: PairColumns, ranges: Ranges): Pair {
  let base = 0;
  let current = 0;
  for (const [from, to] of ranges) {
    for (let k = from; k < to; k++) {
      const bucket = order[k] as Bucket;
      base += values.base[bucket] as number;
      current += values.current[bucket] as number;
    }
  }
  return { base, current };
}
