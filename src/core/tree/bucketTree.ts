import { release } from '../formats/resized.ts';
import type { Bucket, Entry, IdColumn } from '../ids.ts';
import { type Buckets, noBucket } from '../stacks/buckets.ts';
import { numbered } from '../stacks/stacks.ts';
import type { CallTree } from './callTree.ts';

/** Buckets of a stack that are found by looking at each; more than that are found by a `Map`. */
const few = 32;

/**
 * A tree of entries as one of buckets, numbered in its order, and these. `sizes` has the bytes of each entry's objects, `key` is
 * the buckets'. Each node has the entries of one stack.
 */
export function bucketTree<Of extends number>(
  { order: entries, start: given, ...tree }: CallTree<Of, Entry>,
  sizes: Float64Array,
  key: string,
): { readonly tree: CallTree<Of>; readonly buckets: Buckets } {
  const ofEntry = new Uint32Array(sizes.length).fill(noBucket) as IdColumn<Bucket>;
  const first = new Uint32Array(entries.length) as IdColumn<Entry>;
  const size = new Float64Array(entries.length);
  const start = new Uint32Array(given.length);
  const known = new Map<number, Bucket>();
  let count = 0 as Bucket;
  for (let node = 0; node < tree.count; node++) {
    const from = count;
    start[node] = from;
    const stop = given[node + 1] as number;
    for (let k = given[node] as number; k < stop; k++) {
      const entry = entries[k] as Entry;
      const own = sizes[entry] as number;
      let bucket = from;
      const near = Math.min(count, from + few);
      while (bucket < near && size[bucket] !== own) bucket++;
      if (bucket === from + few) bucket = known.get(own) ?? count;
      if (bucket === count) {
        first[bucket] = entry;
        size[bucket] = own;
        if (bucket >= from + few) known.set(own, bucket);
        count++;
      }
      ofEntry[entry] = bucket;
    }
    if (known.size > 0) known.clear();
  }
  start[tree.count] = count;
  const kept = { first: first.slice(0, count) as IdColumn<Entry>, size: size.slice(0, count) };
  release(first, size);
  return {
    tree: { ...tree, start, order: numbered<Bucket>(count) },
    buckets: {
      key,
      count,
      ofEntry,
      ...kept,
    },
  };
}
