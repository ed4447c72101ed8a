import type { PairColumns } from '../pair/comparison.ts';
import type { CallTree } from '../tree/callTree.ts';
import type { Retained } from '../view.ts';
import { pairIn, type Ranges } from './ranges.ts';

/**
 * Δinuse_space ÷ Δalloc_space: how much of what these stacks allocated between the captures is still there. Null
 * when either is unknown or nothing was allocated. The values must be of one process (`isSameProcess`).
 */
export function retainedOver(
  tree: CallTree,
  inuse: PairColumns | undefined,
  alloc: PairColumns | undefined,
  ranges: Ranges,
): Retained | null {
  if (inuse === undefined || alloc === undefined) return null;
  const live = pairIn(tree, inuse, ranges);
  const all = pairIn(tree, alloc, ranges);
  const allocated = all.current - all.base;
  return allocated > 0 ? { share: (live.current - live.base) / allocated, allocated } : null;
}
