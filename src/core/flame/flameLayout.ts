import { cumulative, type FlameTree } from './flameTree.ts';
import { selfWeight, type WidthMode } from './widthMode.ts';

/**
 * Boxes without pixels: node `i` spans `left[i]` … `left[i] + weight[i] / total` of the width, in the row of its depth.
 * Siblings stand by weight, widest first, those that stand for many small ones last.
 */
export interface FlameLayout {
  readonly tree: FlameTree;
  readonly mode: WidthMode;
  readonly weight: Float64Array;
  /** The root's weight; 0 when there is nothing to draw in this mode. */
  readonly total: number;
  readonly left: Float64Array;
}

/** Lays the tree out for a width mode. */
export function flameLayout(tree: FlameTree, mode: WidthMode): FlameLayout {
  const weight = cumulative(tree.columns, tree.parent, k => selfWeight(tree.columns, mode, k));
  const total = weight[0] ?? 0;
  const left = new Float64Array(tree.count);
  const layout: FlameLayout = { tree, mode, weight, total, left };
  if (total === 0) return layout;
  for (let node = 0; node < tree.count; ) {
    if ((weight[node] ?? 0) === 0) {
      node = tree.end[node] ?? tree.count;
      continue;
    }
    let at = left[node] ?? 0;
    for (const child of orderedChildren(tree, weight, node)) {
      left[child] = at;
      at += (weight[child] ?? 0) / total;
    }
    node++;
  }
  return layout;
}

/** A node's children with a width, as they stand on screen. */
export function childrenOf(layout: FlameLayout, node: number): readonly number[] {
  return orderedChildren(layout.tree, layout.weight, node).filter(child => (layout.weight[child] ?? 0) > 0);
}

/** A node's width as a share of the root's. */
export function widthOf(layout: FlameLayout, node: number): number {
  return layout.total === 0 ? 0 : (layout.weight[node] ?? 0) / layout.total;
}

function orderedChildren(tree: FlameTree, weight: Float64Array, node: number): number[] {
  const children: number[] = [];
  const end = tree.end[node] ?? 0;
  let ordered = true;
  let previous = Number.POSITIVE_INFINITY;
  const rank = (child: number): number => (tree.elided.has(child) ? -1 : (weight[child] ?? 0));
  for (let child = node + 1; child < end; child = tree.end[child] ?? end) {
    const own = rank(child);
    ordered &&= own <= previous;
    previous = own;
    children.push(child);
  }
  return ordered ? children : children.sort((one, other) => rank(other) - rank(one) || one - other);
}
