import { release } from '../formats/resized.ts';
import type { Bucket, Entry, IdColumn } from '../ids.ts';
import { type Comparison, type PairColumns, pairColumns } from '../pair/comparison.ts';
import type { SharedType } from '../pair/sharedTypes.ts';

/**
 * Entries of one stack and one object size, in whichever profile, count together: as buckets of the Go runtime's heap
 * profiler do. There are half as many of them as of entries where most stacks stand in both profiles.
 */
export interface Buckets {
  /** Equal for equal buckets of one comparison. */
  readonly key: string;
  readonly count: number;
  /** Bucket of each entry, `noBucket` of one that a filter drops. */
  readonly ofEntry: IdColumn<Bucket>;
  /** The first entry of each; of a bucket that has none, any. */
  readonly first: IdColumn<Entry>;
  /** Bytes of each object, 0 where they are not known. */
  readonly size: Float64Array;
}

export const noBucket = 0xffffffff as Bucket;

/** Values of entries, summed up by bucket. */
export function byBucket({ count, ofEntry }: Buckets, values: PairColumns): PairColumns {
  const base = new Float64Array(count);
  const current = new Float64Array(count);
  for (let entry = 0; entry < ofEntry.length; entry++) {
    const bucket = ofEntry[entry] as Bucket;
    if (bucket === noBucket) continue;
    const inBase = values.base[entry] as number;
    const inCurrent = values.current[entry] as number;
    // An entry of a pair has a value on one side: what need not be touched need not come from memory.
    if (inBase !== 0) base[bucket] = (base[bucket] as number) + inBase;
    if (inCurrent !== 0) current[bucket] = (current[bucket] as number) + inCurrent;
  }
  return { base, current };
}

/** A sample type's values by bucket, as `pairColumns` has them of entries; those are given back. */
export function bucketColumns(
  buckets: Buckets,
  comparison: Comparison,
  type: SharedType,
  normalize: boolean,
  part: 'value' | 'high' | 'low' = 'value',
): PairColumns {
  const ofEntries = pairColumns(comparison, type, normalize, part);
  const values = byBucket(buckets, ofEntries);
  release(ofEntries.base, ofEntries.current);
  return values;
}

/** The same buckets with the entries alone that pass (1 for each), and 1 for each bucket that has one. */
export function passingBuckets(
  { ofEntry, first, ...rest }: Buckets,
  key: string,
  passes: Uint8Array,
): { readonly buckets: Buckets; readonly passed: Uint8Array } {
  const passed = new Uint8Array(rest.count);
  const left = new Uint32Array(ofEntry.length).fill(noBucket) as IdColumn<Bucket>;
  const firstLeft = first.slice() as IdColumn<Entry>;
  for (let entry = 0 as Entry; entry < ofEntry.length; entry++) {
    const bucket = ofEntry[entry] as Bucket;
    if (bucket === noBucket || passes[entry] !== 1) continue;
    left[entry] = bucket;
    if (passed[bucket] === 0) firstLeft[bucket] = entry;
    passed[bucket] = 1;
  }
  return { buckets: { ...rest, key, ofEntry: left, first: firstLeft }, passed };
}
