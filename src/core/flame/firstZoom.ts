import { growthPath } from '../measures/fanOut.ts';
import { childrenOf, type FlameLayout } from './flameLayout.ts';
import { isWithinNoise } from './strength.ts';
import { zoomHolding } from './zoom.ts';

/** Fewer rows above leave the graph clear as it is. */
const fewestRows = 8;
/** Rows that a panel beside the code has room for. */
const rowsInSight = 14;

/**
 * The node to show first, so that a long way that most of the growth has in common does not take the screen: the last
 * one on it from where it grows along two ways or more. It holds `selected`. The root, 0, where that way is short, or all of it and what is
 * below it is in sight as it is.
 */
export function firstZoom(layout: FlameLayout, selected: number): number {
  const { tree } = layout;
  const children = (node: number): readonly number[] =>
    childrenOf(layout, node).filter(child => !tree.elided.has(child));
  const increase = (node: number): number => tree.increase[node] ?? 0;
  const branches = (node: number): boolean =>
    children(node).filter(child => increase(child) > 0 && !isWithinNoise(tree, child)).length > 1;
  const last = [...growthPath(0, children, increase)].reverse().find(branches) ?? 0;
  const node = zoomHolding(tree, last, selected);
  const { depth } = tree.columns;
  const rows = 1 + depth.subarray(node, tree.end[node]).reduce((most, each) => Math.max(most, each), 0);
  return (depth[node] ?? 0) < fewestRows || rows <= rowsInSight ? 0 : node;
}
