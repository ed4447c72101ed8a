import type { Bucket } from '../ids.ts';
import type { PairColumns } from '../pair/comparison.ts';
import type { CallTree } from '../tree/callTree.ts';
import { pairIn, type Ranges } from './ranges.ts';

/**
 * How much of what was allocated in the window is still there, where nothing was freed that had been there before: Δinuse_space ÷
 * Δalloc_space. Where such was freed, more of it is.
 */
export interface Retained {
  /** 0 … 1; it can pass 1 when frees of earlier allocations are counted late. */
  readonly share: number;
  /** Bytes allocated between the two captures. */
  readonly allocated: number;
  /** How sure that is, null where the profiles do not say how they were sampled. */
  readonly kept: Kept | null;
}

/** Of the samples taken between the captures, the share that is still there, with the interval that it lies in. */
export interface Kept {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How many were taken. */
  readonly samples: number;
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959964;

/** What tells how many samples stand behind values of one process; see `noiseOf`. */
export interface Sampling {
  /** Bytes between two samples. */
  readonly period: number;
  /** Of each bucket's objects, in bytes; 0 where they are not known. */
  readonly sizes: Float64Array;
  readonly inuseObjects: PairColumns | undefined;
  readonly allocObjects: PairColumns | undefined;
}

/**
 * Δinuse_space ÷ Δalloc_space: how much of what these stacks allocated between the captures is still there; values are by bucket. Null
 * when either is unknown or nothing was allocated. The values must be of one process (`isSameProcess`).
 */
export function retainedOver(
  tree: CallTree,
  inuse: PairColumns | undefined,
  alloc: PairColumns | undefined,
  ranges: Ranges,
  sampling: Sampling | null,
): Retained | null {
  if (inuse === undefined || alloc === undefined) return null;
  const live = pairIn(tree, inuse, ranges);
  const all = pairIn(tree, alloc, ranges);
  const allocated = all.current - all.base;
  if (allocated <= 0) return null;
  const kept =
    sampling &&
    keptOf(
      samplesIn(tree, inuse, sampling.inuseObjects, sampling, ranges),
      samplesIn(tree, alloc, sampling.allocObjects, sampling, ranges),
    );
  return { share: (live.current - live.base) / allocated, allocated, kept };
}

/**
 * How many more samples stand behind the current values than behind the base's: n p for n objects taken with probability
 * p = 1 − exp(−size ÷ period); without object counts one for each period.
 */
function samplesIn(
  { order }: CallTree,
  space: PairColumns,
  objects: PairColumns | undefined,
  { period, sizes }: Sampling,
  ranges: Ranges,
): number {
  const behind = (bucket: Bucket, side: 'base' | 'current'): number => {
    const bytes = space[side][bucket] as number;
    const n = objects === undefined ? 0 : (objects[side][bucket] as number);
    if (n === 0) return bytes / period;
    return -n * Math.expm1(-((sizes[bucket] as number) || Math.abs(bytes / n)) / period);
  };
  let samples = 0;
  for (const [from, to] of ranges) {
    for (let k = from; k < to; k++) {
      const bucket = order[k] as Bucket;
      samples += behind(bucket, 'current') - behind(bucket, 'base');
    }
  }
  return samples;
}

/**
 * How likely what was sampled is still there: of `taken` samples `kept` are. The value is Laplace's rule of succession,
 * (kept + 1) ÷ (kept + freed + 2), the chance that the next one stays; the bounds are Wilson's of 95 % (E. B. Wilson,
 * “Probable inference, the law of succession, and statistical inference”, Journal of the American Statistical
 * Association 22, 1927), which hold for few samples and near 0 and 1 alike. Samples count, not bytes: each is one draw,
 * whatever its size. Frees of earlier allocations can bring `kept` below 0 or above `taken`: it counts as 0 or all then.
 * Null without samples.
 */
export function keptOf(kept: number, taken: number): Kept | null {
  if (!(taken > 0)) return null;
  const stayed = Math.max(0, Math.min(taken, kept));
  const share = stayed / taken;
  const spread = z * Math.sqrt((share * (1 - share)) / taken + (z / (2 * taken)) ** 2);
  const middle = share + z ** 2 / (2 * taken);
  const scale = 1 + z ** 2 / taken;
  return {
    value: (stayed + 1) / (taken + 2),
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
    samples: taken,
  };
}
