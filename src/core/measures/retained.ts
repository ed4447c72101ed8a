import type { PairColumns } from '../pair/comparison.ts';
import type { CallTree } from '../tree/callTree.ts';
import { pairIn, type Ranges } from './ranges.ts';

/** How much of what was allocated in the window is still there: Δinuse_space ÷ Δalloc_space. */
export interface Retained {
  /** 0 … 1; it can pass 1 when frees of earlier allocations are counted late. */
  readonly share: number;
  /** Bytes allocated between the two captures. */
  readonly allocated: number;
}

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
