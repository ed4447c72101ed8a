import assert from 'node:assert/strict';
import test from 'node:test';
import { firstAfter, nearValue } from '../../../src/core/series/nearValue.ts';

const times = Float64Array.of(0, 1000, 2000, 6000);

test('the nearest value, the earlier of two, unless it is too far away for their mean distance', () => {
  const near = (time: number): number | null => nearValue(times, time, 1);
  assert.deepEqual([-2001, -2000, 400, 500, 501, 1000, 8000, 8001].map(near), [null, 0, 0, 0, 1, 1, 3, null]);
  assert.deepEqual([nearValue(times, 4000, 1), nearValue(times, 4001, 0.5)], [2, null]);
});

test('of one value alone a minute counts, of none nothing', () => {
  const one = Float64Array.of(0);
  assert.deepEqual([nearValue(one, 60_000, 1), nearValue(one, 60_001, 1)], [0, null]);
  assert.equal(nearValue(new Float64Array(), 0, 1), null);
});

test('the first time after another', () => {
  assert.deepEqual(
    [-1, 0, 999, 6000].map(time => firstAfter(times, time)),
    [0, 1, 1, 4],
  );
});
