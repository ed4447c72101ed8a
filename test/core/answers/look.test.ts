import assert from 'node:assert/strict';
import test from 'node:test';
import { objectsOver, retainedIn } from '../../../src/core/answers/look.ts';
import { subtreeRange } from '../../../src/core/measures/ranges.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { lookAt, profileOf } from './lookAt.ts';

const capture = (file: string, ...values: number[]): Profile =>
  profileOf({
    sampleTypes: ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'],
    samples: [{ stack: ['f'], values }],
    binary: { file },
  });

test('objects are the allocated ones for what was allocated, else the live ones', () => {
  const profiles = [capture('/app', 5, 500, 1, 100), capture('/app', 9, 900, 2, 200)];
  const objects = (sampleType: string): unknown => {
    const look = lookAt(profiles, { sampleType });
    return objectsOver(look, subtreeRange(look.merged.tree, rootNode));
  };
  assert.deepEqual(objects('alloc_space'), { base: 5, current: 9 });
  assert.deepEqual(objects('inuse_space'), { base: 1, current: 2 });
});

test('what is retained is told of one process only', () => {
  const retained = (base: Profile, current: Profile): unknown => {
    const look = lookAt([base, current]);
    return retainedIn(look, subtreeRange(look.merged.tree, rootNode));
  };
  const before = capture('/app', 5, 500, 1, 100);
  assert.deepEqual(retained(before, capture('/app', 9, 900, 2, 200)), {
    share: 0.25,
    allocated: 400,
    kept: null,
  });
  assert.equal(retained(before, capture('/other', 9, 900, 2, 200)), null);
  assert.equal(retained(before, capture('/app', 1, 100, 1, 100)), null);
});
