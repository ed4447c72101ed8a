import type { TreeColumns } from '../answers/drawnTree.ts';
import type { Pair } from '../measures/ranges.ts';

/** The tree of a view with what drawing, hit tests and navigation ask of every node. One entry a node, preorder. */
export interface FlameTree {
  readonly count: number;
  readonly columns: TreeColumns;
  /** −1 for the root. */
  readonly parent: Int32Array;
  /** One past the last node of the subtree: `end[i]` is the next sibling, or beyond the parent's end. */
  readonly end: Uint32Array;
  /** Cum values, in the sample type's unit; `increase` and `decrease` are both positive. */
  readonly base: Float64Array;
  readonly current: Float64Array;
  readonly increase: Float64Array;
  readonly decrease: Float64Array;
  /** Variance that sampling gives current − base. */
  readonly variance: Float64Array;
  /** Neither the whole nor any site changed beyond sampling noise: what stands out of it does so by chance. */
  readonly quiet: boolean;
  /** Nodes that stand for siblings too narrow to send → how many nodes each stands for. */
  readonly elided: ReadonlyMap<number, number>;
  /** Entry `i`: how many frames the nodes before `i` stand for; one entry more than there are nodes. */
  readonly framesBefore: Float64Array;
  readonly deepest: number;
}

/** Derives parents, subtree ends and cum values from the columns of a view. */
export function flameTree(columns: TreeColumns, quiet = false): FlameTree {
  const count = columns.frame.length;
  const parent = parents(columns.depth);
  const end = new Uint32Array(count);
  for (let node = count - 1; node >= 0; node--) {
    const last = Math.max(end[node] ?? 0, node + 1);
    end[node] = last;
    const above = parent[node] ?? -1;
    if (above >= 0 && (end[above] ?? 0) < last) end[above] = last;
  }
  const elided = new Map<number, number>();
  columns.elidedNode.forEach((node, k) => {
    elided.set(node, columns.elidedCount[k] ?? 0);
  });
  const framesBefore = new Float64Array(count + 1);
  let deepest = 0;
  for (let node = 0; node < count; node++) {
    framesBefore[node + 1] = (framesBefore[node] ?? 0) + (elided.get(node) ?? 1);
    deepest = Math.max(deepest, columns.depth[node] ?? 0);
  }
  const cum = (self: (k: number) => number): Float64Array => cumulative(columns, parent, self);
  return {
    count,
    columns,
    parent,
    end,
    base: cum(k => columns.selfBase[k] ?? 0),
    current: cum(k => columns.selfCurrent[k] ?? 0),
    increase: cum(k => columns.selfIncrease[k] ?? 0),
    decrease: cum(
      k => (columns.selfIncrease[k] ?? 0) - ((columns.selfCurrent[k] ?? 0) - (columns.selfBase[k] ?? 0)),
    ),
    variance: cum(k => columns.selfVariance[k] ?? 0),
    quiet,
    elided,
    framesBefore,
    deepest,
  };
}

/** The deepest level in the subtree of a node, the root's being 0. */
export function deepestBelow({ columns: { depth }, end }: FlameTree, node: number): number {
  let deepest = 0;
  for (let at = node; at < (end[node] ?? 0); at++) deepest = Math.max(deepest, depth[at] ?? 0);
  return deepest;
}

/** Sums of `self` (by entry of the sparse value columns) over each node's subtree. */
export function cumulative(
  columns: TreeColumns,
  parent: Int32Array,
  self: (k: number) => number,
): Float64Array {
  const sums = new Float64Array(parent.length);
  columns.selfNode.forEach((node, k) => {
    sums[node] = self(k);
  });
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node] ?? 0;
    sums[above] = (sums[above] ?? 0) + (sums[node] ?? 0);
  }
  return sums;
}

function parents(depth: Uint16Array): Int32Array {
  const parent = new Int32Array(depth.length);
  const lastAt: number[] = [];
  depth.forEach((level, node) => {
    parent[node] = level === 0 ? -1 : (lastAt[level - 1] ?? -1);
    lastAt[level] = node;
  });
  return parent;
}

/** Which way a node's value went, for marks that do not rest on colour. */
export type Trend = 'new' | 'gone' | 'grew' | 'shrank' | 'unchanged';

/** `new` and `gone` speak of a node with nothing on the other side, before they speak of the sign. */
export function trendOf(base: number, current: number): Trend {
  if (base === current) return 'unchanged';
  if (base === 0) return 'new';
  if (current === 0) return 'gone';
  return current > base ? 'grew' : 'shrank';
}

/** A node's own (flat) value on both sides. */
export function flatOf(tree: FlameTree, node: number): Pair {
  const { selfNode, selfBase, selfCurrent } = tree.columns;
  let low = 0;
  let high = selfNode.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((selfNode[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  if (selfNode[low] !== node) return { base: 0, current: 0 };
  return { base: selfBase[low] ?? 0, current: selfCurrent[low] ?? 0 };
}
