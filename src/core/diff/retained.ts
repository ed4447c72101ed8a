import type { Retained } from '../view.ts';
import type { Measure } from './measure.ts';
import { pairOver, type Ranges } from './ranges.ts';

/**
 * Δinuse_space ÷ Δalloc_space: how much of what these stacks allocated between the captures is still there. Null
 * when either is unknown or nothing was allocated. The measures must be of one process (`isSameProcess`).
 */
export function retainedOver(
  inuse: Measure | undefined,
  alloc: Measure | undefined,
  ranges: Ranges,
): Retained | null {
  if (inuse === undefined || alloc === undefined) return null;
  const live = pairOver(inuse, ranges);
  const all = pairOver(alloc, ranges);
  const allocated = all.current - all.base;
  return allocated > 0 ? { share: (live.current - live.base) / allocated, allocated } : null;
}
