import type { FlameLayout } from './flameLayout.ts';
import { trendOf } from './flameTree.ts';

/** Which nodes a search found, and how much of the growth they hold. */
export interface FlameMatches {
  /** Widest first, ties in preorder. */
  readonly nodes: readonly number[];
  /** The same as one entry a node, 1 for a match. */
  readonly isMatch: Uint8Array;
  /** Increase below the outermost matches, so that a match within a match counts once. */
  readonly increase: number;
}

/** Whether a search is after any frame, or only after those that are new or gone. */
export const soughtChanges = ['any', 'new', 'gone'] as const;
export type SoughtChange = (typeof soughtChanges)[number];

/** Whether a change is one that is sought. */
export function isSought(sought: SoughtChange, base: number, current: number): boolean {
  return sought === 'any' || trendOf(base, current) === sought;
}

/** The nodes whose frames match, in a change that is sought: `matched` has one entry a frame, 1 for a match. */
export function matchingNodes(
  layout: FlameLayout,
  matched: Uint8Array,
  sought: SoughtChange = 'any',
): FlameMatches {
  const { tree, weight } = layout;
  const nodes: number[] = [];
  const isMatch = new Uint8Array(tree.count);
  let increase = 0;
  let coveredTo = 0;
  tree.columns.frame.forEach((frame, node) => {
    if ((matched[frame] ?? 0) === 0 || tree.elided.has(node) || (weight[node] ?? 0) === 0) return;
    if (!isSought(sought, tree.base[node] ?? 0, tree.current[node] ?? 0)) return;
    nodes.push(node);
    isMatch[node] = 1;
    if (node < coveredTo) return;
    increase += tree.increase[node] ?? 0;
    coveredTo = tree.end[node] ?? 0;
  });
  nodes.sort((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0) || one - other);
  return { nodes, isMatch, increase };
}
