import assert from 'node:assert/strict';
import test from 'node:test';
import { exactValues } from '../../../src/core/pair/exactValues.ts';
import { profileOf } from '../answers/lookAt.ts';

test('values are numbers where that is exact, else bigints', () => {
  const profile = profileOf({
    sampleTypes: ['inuse_objects/count', 'inuse_space/kilobytes'],
    samples: [
      { stack: ['f'], values: [1, 2] },
      { stack: ['g'], values: [-3, 2n ** 60n + 1n] },
      { stack: ['h'], values: [5, 2 ** 45] },
    ],
  });
  const columns = [
    { index: 1, factor: 1024 },
    { index: 0, factor: 1 },
  ];
  assert.deepEqual(exactValues(profile, columns, 0, 3), [
    2048,
    1,
    (2n ** 60n + 1n) * 1024n,
    -3,
    2n ** 55n,
    5,
  ]);
  assert.deepEqual(exactValues(profile, columns, 2, 3), [2n ** 55n, 5]);
  assert.deepEqual(exactValues(profile, [{ index: -1, factor: 1 }], 0, 1), [0]);
});
