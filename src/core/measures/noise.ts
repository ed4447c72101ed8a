import type { Bucket, IdColumn } from '../ids.ts';
import type { Comparison, PairColumns } from '../pair/comparison.ts';
import { indexOfType, type SharedType } from '../pair/sharedTypes.ts';
import type { Profile } from '../profile.ts';
import type { Buckets } from '../stacks/buckets.ts';
import type { CallTree } from '../tree/callTree.ts';
import { type Ranges, sumOver } from './ranges.ts';
import { SizeGroups } from './sizeGroups.ts';

/** What a delta rests on: the number of samples behind it and its standard error, in the sample type's unit. */
export interface Evidence {
  readonly samples: number;
  readonly standardError: number;
}

/** Running sums along a tree's `order`, put on each node's last own bucket. */
export interface Noise {
  readonly variance: Float64Array;
  readonly samples: Float64Array;
}

/**
 * What sampling does to the deltas of one sample type. A heap profiler takes an object of size s with probability
 * p = 1 − exp(−s ÷ period) and counts it as 1 ÷ p objects (Go: `runtime.MemProfileRate` and `scaleHeapSample` in
 * runtime/pprof/protomem.go; gperftools and jemalloc alike), so k objects taken estimate n = k ÷ p with a variance
 * of n (1 − p) ÷ p in objects and s² times that in bytes, and n p samples stand behind them. The objects of both
 * captures are the same ones where nothing changed, so a delta's noise is that of the |Δobjects| that came or went,
 * stack by stack and size by size. Of two processes none is the same, and both captures make noise with all that they hold.
 * Without object counts: v ÷ period samples of period bytes each.
 *
 * `valuesOf` gives the values of a type by bucket, not normalised. Undefined when the profiles were not sampled by size,
 * or do not say how.
 */
export function noiseOf(
  comparison: Comparison,
  { tree, buckets }: { readonly tree: CallTree; readonly buckets: Pick<Buckets, 'size'> },
  type: SharedType,
  valuesOf: (type: SharedType) => PairColumns,
  isOneProcess = true,
): Noise | undefined {
  const period = samplingPeriod(comparison);
  const family = /^(inuse_|alloc_)?(space|objects)$/.exec(type.type);
  if (period === undefined || family === null) return undefined;
  const prefix = family[1] ?? 'inuse_';
  const spaceType = comparison.types[indexOfType(comparison.types, `${prefix}space`)];
  const objectsType = comparison.types[indexOfType(comparison.types, `${prefix}objects`)];
  if (spaceType === undefined) return undefined;
  const along = isOneProcess ? deltasAlong : allAlong;
  return sumNoise(
    tree,
    along(tree.order, valuesOf(spaceType)),
    objectsType && along(tree.order, valuesOf(objectsType)),
    buckets.size,
    period,
    family[2] === 'objects',
  );
}

/** The noise of ranges together; stacks are sampled independently of one another. */
export function evidenceOver(noise: Noise | undefined, ranges: Ranges): Evidence | null {
  if (noise === undefined) return null;
  return {
    samples: sumOver(noise.samples, ranges),
    standardError: Math.sqrt(sumOver(noise.variance, ranges)),
  };
}

/** Up to two standard errors a change is not told from chance. Without evidence every change is taken for one. */
export function isNoise(
  delta: number,
  evidence: (Partial<Evidence> & Pick<Evidence, 'standardError'>) | null,
): boolean {
  return evidence !== null && Math.abs(delta) <= 2 * evidence.standardError;
}

/**
 * Bytes between two samples of a profile; 1 when every allocation was counted, 0 when nothing is said: by V8's JSON, and by profiles that
 * time and memory share.
 */
export function bytesPerSample({ period, periodType }: Pick<Profile, 'period' | 'periodType'>): number {
  return periodType?.unit === 'bytes' || periodType?.type === 'space' ? period : 0;
}

/** Bytes between two samples, undefined when every allocation was counted or nothing is said. */
export function samplingPeriod({ profiles }: Pick<Comparison, 'profiles'>): number | undefined {
  const periods = profiles.map(bytesPerSample);
  return Math.min(...periods) > 1 ? Math.max(...periods) : undefined;
}

function sumNoise(
  tree: CallTree,
  space: Float64Array,
  objects: Float64Array | undefined,
  sizes: Float64Array,
  period: number,
  inObjects: boolean,
): Noise {
  const { order, start, count } = tree;
  const variance = new Float64Array(order.length + 1);
  const samples = new Float64Array(order.length + 1);
  /** Sums so far of variance and samples: in an array, since V8 would allocate a number for each change of a variable. */
  const sums = new Float64Array(2);
  const add = (size: number, bytes: number, number: number): void => {
    const n = Math.abs(number);
    const each = size > 0 ? size : Math.abs(bytes) / n;
    if (n > 0 && each > 0) {
      sums[0] = (sums[0] as number) + (n / Math.expm1(each / period)) * (inObjects ? 1 : each * each);
      sums[1] = (sums[1] as number) - n * Math.expm1(-each / period);
    } else if (!inObjects) {
      const taken = Math.abs(bytes) / period;
      sums[0] = (sums[0] as number) + taken * period * period;
      sums[1] = (sums[1] as number) + taken;
    }
  };
  const groups = new SizeGroups();
  for (let node = 0; node < count; node++) {
    const from = start[node] as number;
    const to = start[node + 1] as number;
    if (from === to) continue;
    for (let k = from; k < to; k++) {
      variance[k] = sums[0] as number;
      samples[k] = sums[1] as number;
      const bytes = space[k] as number;
      const number = objects === undefined ? 0 : (objects[k] as number);
      if (bytes === 0 && number === 0) continue;
      const size = sizes[order[k] as Bucket] as number;
      if (to - from === 1) add(size, bytes, number);
      else groups.add(size, bytes, number);
    }
    if (to - from > 1) groups.drain(add);
    variance[to] = sums[0] as number;
    samples[to] = sums[1] as number;
  }
  return { variance, samples };
}

/** Current − base of the buckets in a tree's order. A loop that does nothing else reads memory ahead. */
function deltasAlong(order: IdColumn<Bucket>, { base, current }: PairColumns): Float64Array {
  const along = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const bucket = order[k] as Bucket;
    along[k] = (current[bucket] as number) - (base[bucket] as number);
  }
  return along;
}

/** All that is in the buckets of either side. */
function allAlong(order: IdColumn<Bucket>, { base, current }: PairColumns): Float64Array {
  const along = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const bucket = order[k] as Bucket;
    along[k] = Math.abs(current[bucket] as number) + Math.abs(base[bucket] as number);
  }
  return along;
}

/** Whether so many samples, an estimate, are said to be one: of none nothing would be known. */
export function isOneSample(samples: number): boolean {
  return Math.round(samples) <= 1;
}
