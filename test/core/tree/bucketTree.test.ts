import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Bucket, Entry } from '../../../src/core/ids.ts';
import { lookAt, profileOf } from '../answers/lookAt.ts';

/** More sizes of one stack than are found by looking at each. */
const manySizes = 40;

const sample = fc.record({
  stack: fc.constantFrom(['main', 'a'], ['main', 'b'], ['main']),
  size: fc.integer({ min: 1, max: manySizes }),
  value: fc.integer({ min: 1, max: 9 }),
});
const profile = fc.array(sample, { maxLength: 200 }).map(samples =>
  profileOf({
    sampleTypes: ['inuse_space/bytes'],
    samples: samples.map(({ stack, size, value }) => ({ stack, values: [value], labels: { bytes: size } })),
  }),
);

test('a bucket has the entries of one stack and one size, of all profiles', () => {
  fc.assert(
    fc.property(fc.array(profile, { minLength: 1, maxLength: 2 }), profiles => {
      const { buckets, tree } = lookAt(profiles).merged;
      const keys = profiles.flatMap(({ samples, strings, locations, functions }) =>
        Array.from({ length: samples.count }, (_, i) => {
          const stack = [...samples.stack.subarray(samples.stackStart[i], samples.stackStart[i + 1])].map(
            at => strings.get(functions.name[locations.lineFunction[locations.lineStart[at] ?? 0] ?? 0] ?? 0),
          );
          return `${stack.join()} ${samples.labelNumber[samples.labelStart[i] ?? 0]}`;
        }),
      );
      const known = new Map<string, Bucket>();
      keys.forEach((key, entry) => {
        const bucket = buckets.ofEntry[entry] as Bucket;
        assert.equal(known.get(key) ?? bucket, bucket);
        known.set(key, bucket);
        assert.equal(keys[buckets.first[bucket] as Entry], key);
        assert.ok(key.endsWith(` ${buckets.size[bucket]}`));
      });
      assert.equal(new Set(known.values()).size, known.size);
      assert.equal(buckets.count, known.size);
      assert.equal(tree.order.length, known.size);
    }),
  );
});

test('a stack of more sizes than are looked at one by one has one bucket for each', () => {
  const sizes = [...Array(manySizes).keys(), ...Array(manySizes).keys()];
  const samples = sizes.map(size => ({ stack: ['main'], values: [1], labels: { bytes: size + 1 } }));
  const { buckets } = lookAt([profileOf({ sampleTypes: ['inuse_space/bytes'], samples })]).merged;
  assert.equal(buckets.count, manySizes);
  assert.deepEqual([...buckets.ofEntry.subarray(manySizes)], [...buckets.ofEntry.subarray(0, manySizes)]);
});
