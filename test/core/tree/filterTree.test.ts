import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Look } from '../../../src/core/answers/look.ts';
import { measure } from '../../../src/core/measures/measure.ts';
import { pairColumns } from '../../../src/core/pair/comparison.ts';
import { objectSizes } from '../../../src/core/pair/objectSizes.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { byBucket } from '../../../src/core/stacks/buckets.ts';
import { distinctLocations } from '../../../src/core/stacks/distinctLocations.ts';
import type { Filter } from '../../../src/core/stacks/filterFields.ts';
import { distinctStacks } from '../../../src/core/stacks/stacks.ts';
import { bucketTree } from '../../../src/core/tree/bucketTree.ts';
import { buildCallTree } from '../../../src/core/tree/callTree.ts';
import { frameTree } from '../../../src/core/tree/frameTree.ts';
import { dumpTree, heap, lookAt, profileOf } from '../answers/lookAt.ts';

const frame = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 2 }))
  .map(([name, line]) => `${name}@${name}.go:${line}`);
const sample = fc.record({
  stack: fc.array(fc.array(frame, { minLength: 1, maxLength: 3 }), {
    maxLength: 5,
  }),
  values: fc.constant([1]),
  labels: fc.constantFrom({ bytes: 8 }, { bytes: 64 }),
});
const file = fc.constantFrom('/bin/a', '/bin/x');
const profile = fc
  .record({
    samples: fc.array(sample, { maxLength: 10 }),
    binary: fc.record({ file }),
  })
  .chain(text => fc.constantFrom(text, { ...text, dropFrames: 'd' }))
  .map(text => profileOf(text));
const pattern = fc.constantFrom('', '', 'a', 'b|c', 'd', 'c.go', 'bin/a', 'bin');
const tag = fc.constantFrom('', '', 'bytes=16b:', ':16b', 'no=such');
const filter: fc.Arbitrary<Filter> = fc.record({
  focus: pattern,
  ignore: pattern,
  hide: pattern,
  show: pattern,
  showFrom: pattern,
  tagFocus: tag,
  tagIgnore: tag,
});

/** The tree of a look with the stacks of all samples filtered one by one and merged anew, as `dumpTree` writes it. */
function mergedAnew({ comparison, merged: { stacks, frames }, type }: Look): string[] {
  const locations = distinctLocations(stacks.map(({ lines }) => lines));
  const ofLocations = buildCallTree(distinctStacks(stacks, locations), locations.count);
  const { tree: ofBuckets, buckets } = bucketTree(ofLocations, objectSizes(comparison), '');
  const tree = frameTree(ofBuckets, locations, frames);
  const look = {
    merged: { frames, tree },
    measure: measure(tree, byBucket(buckets, pairColumns(comparison, type, false))),
  };
  return dumpTree(look as Look);
}

test('what a filter leaves of the tree is the tree of what it leaves of the stacks', () => {
  const profiles = fc.array(profile, { minLength: 1, maxLength: 2 });
  const granularity = fc.constantFrom('functions' as const, 'lines' as const, 'files' as const);
  fc.assert(
    fc.property(profiles, filter, granularity, (of, only, by) => {
      const look = lookAt(of, { filter: only, granularity: by });
      assert.deepEqual(dumpTree(look).sort(), mergedAnew(look).sort());
    }),
    { numRuns: 500 },
  );
});

test('stacks that Go cut off are filtered as others are', () => {
  const deep = (root: string): string => [root, ...Array.from({ length: 31 }, (_, i) => `f${i}`)].join(';');
  const cut: Profile = heap('main;f0 1', `${deep('x')} 2`, `${deep('y')} 3`, `${deep('main')} 4`);
  for (const only of [{ hide: 'x' }, { hide: '.' }, { show: 'f' }, { focus: 'y' }, { ignore: 'f31' }]) {
    const look = lookAt([cut, heap('main;f0 1')], { filter: only });
    assert.deepEqual(dumpTree(look).sort(), mergedAnew(look).sort());
  }
});
