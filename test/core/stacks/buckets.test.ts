import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bucket } from '../../../src/core/ids.ts';
import { compare, pairColumns, typeNamed } from '../../../src/core/pair/comparison.ts';
import { byBucket, noBucket } from '../../../src/core/stacks/buckets.ts';
import { lookAt, profileOf } from '../answers/lookAt.ts';

test('values of entries are summed up by bucket, without what a filter drops', () => {
  const of = (...values: number[]) =>
    profileOf({
      sampleTypes: ['inuse_space/bytes'],
      samples: values.map((value, i) => ({
        stack: [i < 2 ? 'a' : 'b'],
        values: [value],
        labels: { bytes: 16, colour: i === 0 ? 'red' : 'blue' },
      })),
    });
  const comparison = compare([of(1, 2, 4), of(8, 16, 32)]);
  const values = pairColumns(comparison, typeNamed(comparison, 'inuse_space'), false);
  const all = lookAt(comparison.profiles).merged;
  assert.deepEqual(byBucket(all.buckets, values), {
    base: Float64Array.of(3, 4),
    current: Float64Array.of(24, 32),
  });
  const { tree, buckets } = lookAt(comparison.profiles, {
    filter: { tagFocus: 'colour=blue' },
  }).merged;
  assert.deepEqual(byBucket(buckets, values), {
    base: Float64Array.of(2, 4),
    current: Float64Array.of(16, 32),
  });
  assert.equal(tree.order.length, 2);
  assert.deepEqual([buckets.ofEntry[0], buckets.first[buckets.ofEntry[1] as Bucket]], [noBucket, 1]);
  const reds = lookAt(comparison.profiles, { filter: { tagFocus: 'colour=red' } }).merged;
  assert.equal(reds.tree.order.length, 1);
});
