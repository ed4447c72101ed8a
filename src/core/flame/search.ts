import type { FlameLayout } from './flameLayout.ts';

/** Which nodes a search found, and how much of the growth they hold. */
export interface FlameMatches {
  /** Widest first, ties in preorder. */
  readonly nodes: readonly number[];
  /** Increase below the outermost matches, so that a match within a match counts once. */
  readonly increase: number;
}

/** The nodes whose frames match: `matched` has one entry a frame, 1 for a match. */
export function matchingNodes(layout: FlameLayout, matched: Uint8Array): FlameMatches {
  const { tree, weight } = layout;
  const nodes: number[] = [];
  let increase = 0;
  let coveredTo = 0;
  tree.columns.frame.forEach((frame, node) => {
    if ((matched[frame] ?? 0) === 0 || tree.elided.has(node) || (weight[node] ?? 0) === 0) return;
    nodes.push(node);
    if (node < coveredTo) return;
    increase += tree.increase[node] ?? 0;
    coveredTo = tree.end[node] ?? 0;
  });
  nodes.sort((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0) || one - other);
  return { nodes, increase };
}
