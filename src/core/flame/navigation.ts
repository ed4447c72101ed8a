import { childrenOf, type FlameLayout } from './flameLayout.ts';

/** A step through the boxes, as the arrow keys make them. */
export type Step = 'parent' | 'child' | 'previous' | 'next' | 'root';

/** Where a step leads; the node itself when there is nothing that way. `child` is the widest one. */
export function stepFrom(layout: FlameLayout, node: number, step: Step): number {
  const parent = layout.tree.parent[node] ?? -1;
  if (step === 'root') return 0;
  if (step === 'parent') return Math.max(parent, 0);
  if (step === 'child') return childrenOf(layout, node)[0] ?? node;
  if (parent < 0) return node;
  const siblings = childrenOf(layout, parent);
  return siblings[siblings.indexOf(node) + (step === 'next' ? 1 : -1)] ?? node;
}
