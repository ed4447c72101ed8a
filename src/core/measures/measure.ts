import type { Bucket, IdColumn, Node } from '../ids.ts';
import type { PairColumns } from '../pair/comparison.ts';
import type { CallTree } from '../tree/callTree.ts';

/**
 * A sample type's values along a tree's `order`, as running sums: `base[k]` is the sum over `order[0 ..< k]`, so
 * that what lies under any node is a difference of two entries. Exact while sums stay under 2^53.
 */
export interface Measure {
  readonly base: Float64Array;
  readonly current: Float64Array;
  /** Of max(0, flat delta) of every node. */
  readonly increase: Float64Array;
  /** Of |flat base| and of |flat current| of every node: how wide the sides are drawn. */
  readonly baseWidth: Float64Array;
  readonly currentWidth: Float64Array;
}

/** Sums a sample type's values, one a bucket, up along a tree. Linear in nodes and buckets; the tree stays as it is. */
export function measure(tree: CallTree, values: PairColumns): Measure {
  const { start, order, count } = tree;
  const entries = order.length;
  const { base, current, negative } = runningSums(order, values);
  const increase = sumsOfFlat(count, start, entries, (from, to) => {
    const delta =
      (current[to] as number) - (current[from] as number) - (base[to] as number) + (base[from] as number);
    return Math.max(0, delta);
  });
  if (!negative) return { base, current, increase, baseWidth: base, currentWidth: current };
  const side = (sums: Float64Array): Float64Array =>
    sumsOfFlat(count, start, entries, (from, to) => Math.abs((sums[to] as number) - (sums[from] as number)));
  return { base, current, increase, baseWidth: side(base), currentWidth: side(current) };
}

/** Running sums along the order, and whether a value is below zero. */
function runningSums(
  order: IdColumn<Bucket>,
  values: PairColumns,
): PairColumns & { readonly negative: boolean } {
  let negative = false;
  const base = new Float64Array(order.length + 1);
  const current = new Float64Array(order.length + 1);
  let baseSum = 0;
  let currentSum = 0;
  for (let k = 0; k < order.length; k++) {
    const bucket = order[k] as Bucket;
    const inBase = values.base[bucket] as number;
    const inCurrent = values.current[bucket] as number;
    if (inBase < 0 || inCurrent < 0) negative = true;
    baseSum += inBase;
    currentSum += inCurrent;
    base[k + 1] = baseSum;
    current[k + 1] = currentSum;
  }
  return { base, current, negative };
}

/** Running sums of what every node has itself, each put on the node's last own bucket. */
function sumsOfFlat(
  count: number,
  start: Uint32Array,
  entries: number,
  flat: (from: number, to: number) => number,
): Float64Array {
  const sums = new Float64Array(entries + 1);
  let total = 0;
  for (let node = 0; node < count; node++) {
    const from = start[node] as number;
    const to = start[node + 1] as number;
    if (to === from) continue;
    for (let k = from + 1; k < to; k++) sums[k] = total;
    total += flat(from, to);
    sums[to] = total;
  }
  return sums;
}

/** What ends at the node itself. */
export function flatOf(tree: CallTree, sums: Float64Array, node: Node): number {
  return (sums[tree.start[node + 1] as number] as number) - (sums[tree.start[node] as number] as number);
}

/** What ends at the node or anywhere under it. */
export function cumOf(tree: CallTree, sums: Float64Array, node: Node): number {
  return (
    (sums[tree.start[tree.next[node] as Node] as number] as number) -
    (sums[tree.start[node] as number] as number)
  );
}
