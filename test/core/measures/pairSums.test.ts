import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame } from '../../../src/core/ids.ts';
import { changeOf, PairSums } from '../../../src/core/measures/pairSums.ts';

test('adds up by key, in the order of the keys', () => {
  const sums = new PairSums<Frame>();
  const [seven, three] = [7 as Frame, 3 as Frame];
  sums.add(seven, 1, 2);
  sums.add(three, 5, 0);
  sums.add(seven, 10, 20);
  assert.deepEqual(
    [...sums.byKey],
    [
      [7, { base: 11, current: 22 }],
      [3, { base: 5, current: 0 }],
    ],
  );
  assert.deepEqual([...sums.byKey.values()].map(changeOf), [11, 5]);
});
