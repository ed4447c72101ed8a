import { isNoise } from '../measures/noise.ts';
import type { FlameTree } from './flameTree.ts';

/** Current − base of a node. */
export function deltaOf(tree: FlameTree, node: number): number {
  return (tree.current[node] ?? 0) - (tree.base[node] ?? 0);
}

/** Up to here, either way, sampling alone can make a node's delta: two standard errors. 0 where nothing is known of it. */
export function noiseBound(tree: FlameTree, node: number): number {
  return 2 * Math.sqrt(tree.variance[node] ?? 0);
}

/**
 * Whether a node changed, and by no more than sampling alone can make of it. Of a hundred boxes some pass two standard
 * errors by chance: where neither the whole nor any site does, none is taken for a change.
 */
export function isWithinNoise(tree: FlameTree, node: number): boolean {
  const delta = deltaOf(tree, node);
  if (delta === 0) return false;
  return tree.quiet || isNoise(delta, { standardError: Math.sqrt(tree.variance[node] ?? 0) });
}

/** Where the scale of colours ends, either way: at the largest change beyond noise at or below a node. 0 without any. */
export function scaleEnd(tree: FlameTree, node: number): number {
  let end = 0;
  for (let at = node; at < (tree.end[node] ?? 0); at++) {
    const size = Math.abs(deltaOf(tree, at));
    if (size > end && !isWithinNoise(tree, at)) end = size;
  }
  return end;
}

/**
 * How strong a node's colour is: −1 … 1, 0 for what did not change beyond noise. The root of its part of `end`, since
 * most boxes change by a hundredth of the largest.
 */
export function strengthOf(tree: FlameTree, node: number, end: number): number {
  const delta = deltaOf(tree, node);
  if (delta === 0 || end === 0 || isWithinNoise(tree, node)) return 0;
  return Math.sign(delta) * Math.sqrt(Math.min(1, Math.abs(delta) / end));
}
