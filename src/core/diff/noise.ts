import type { Evidence } from '../view.ts';
import type { CallTree } from './callTree.ts';
import { type Comparison, type PairColumns, pairColumns } from './comparison.ts';
import { labelKeyTest } from './labelKeyTest.ts';
import { type Ranges, sumOver } from './ranges.ts';
import { indexOfType, type SharedType } from './sharedTypes.ts';
import { SizeGroups } from './sizeGroups.ts';

/** Running sums along a tree's `order`, put on each node's last own entry. */
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
 * stack by stack and size by size. Without object counts: v ÷ period samples of period bytes each.
 *
 * Undefined when the profiles were not sampled by size, or do not say how.
 */
export function noiseOf(comparison: Comparison, tree: CallTree, type: SharedType): Noise | undefined {
  const period = samplingPeriod(comparison);
  const family = /^(inuse_|alloc_)?(space|objects)$/.exec(type.type);
  if (period === undefined || family === null) return undefined;
  const prefix = family[1] ?? 'inuse_';
  const spaceType = comparison.types[indexOfType(comparison.types, `${prefix}space`)];
  const objectsType = comparison.types[indexOfType(comparison.types, `${prefix}objects`)];
  if (spaceType === undefined) return undefined;
  const space = pairColumns(comparison, spaceType, false);
  const objects = objectsType === undefined ? undefined : pairColumns(comparison, objectsType, false);
  return sumNoise(tree, space, objects, objectSizes(comparison), period, family[2] === 'objects');
}

/** The noise of ranges together; stacks are sampled independently of one another. */
export function evidenceOver(noise: Noise | undefined, ranges: Ranges): Evidence | null {
  if (noise === undefined) return null;
  return {
    samples: sumOver(noise.samples, ranges),
    standardError: Math.sqrt(sumOver(noise.variance, ranges)),
  };
}

/** Bytes between two samples, undefined when every allocation was counted or nothing is said. */
function samplingPeriod({ profiles }: Comparison): number | undefined {
  const periods = profiles.map(({ period, periodType }) =>
    periodType?.unit === 'bytes' || periodType?.type === 'space' ? period : 0,
  );
  return Math.min(...periods) > 1 ? Math.max(...periods) : undefined;
}

/** Size of the objects of each entry as its label `bytes` gives it, 0 where there is none. */
function objectSizes({ profiles, entries }: Comparison): Float64Array {
  const sizes = new Float64Array(entries);
  let entry = 0;
  for (const { samples, strings } of profiles) {
    const { labelStart, labelKey, labelNumber } = samples;
    const isSize = labelKeyTest(strings, key => key === 'bytes');
    for (let sample = 0; sample < samples.count; sample++, entry++) {
      const stop = labelStart[sample + 1] as number;
      for (let i = labelStart[sample] as number; i < stop; i++) {
        if (isSize(labelKey[i] as number)) sizes[entry] = labelNumber[i] as number;
      }
    }
  }
  return sizes;
}

function sumNoise(
  tree: CallTree,
  space: PairColumns,
  objects: PairColumns | undefined,
  sizes: Float64Array,
  period: number,
  inObjects: boolean,
): Noise {
  const { order, start, count } = tree;
  const variance = new Float64Array(order.length + 1);
  const samples = new Float64Array(order.length + 1);
  let totalVariance = 0;
  let totalSamples = 0;

  const add = (bytes: number, number: number, labelled: number): void => {
    const n = Math.abs(number);
    const size = labelled > 0 ? labelled : Math.abs(bytes) / n;
    if (n > 0 && size > 0) {
      totalSamples += n * -Math.expm1(-size / period);
      totalVariance += (n / Math.expm1(size / period)) * (inObjects ? 1 : size * size);
    } else if (!inObjects) {
      const taken = Math.abs(bytes) / period;
      totalSamples += taken;
      totalVariance += taken * period * period;
    }
  };
  const groups = new SizeGroups();
  const addGroup = (size: number, bytes: number, number: number): void => add(bytes, number, size);
  for (let node = 0; node < count; node++) {
    const from = start[node] as number;
    const to = start[node + 1] as number;
    if (from === to) continue;
    for (let k = from; k < to; k++) {
      variance[k] = totalVariance;
      samples[k] = totalSamples;
      const entry = order[k] as number;
      const bytes = (space.current[entry] as number) - (space.base[entry] as number);
      const number = objects === undefined ? 0 : delta(objects, entry);
      if (bytes !== 0 || number !== 0) groups.add(sizes[entry] as number, bytes, number);
    }
    groups.drain(addGroup);
    variance[to] = totalVariance;
    samples[to] = totalSamples;
  }
  return { variance, samples };
}

function delta({ base, current }: PairColumns, entry: number): number {
  return (current[entry] as number) - (base[entry] as number);
}
