import assert from 'node:assert/strict';
import test from 'node:test';
import { normalized } from '../../../src/core/pair/normalize.ts';

const scaled = (base: number[], current: number[]): number[] => [
  ...normalized(Float64Array.from(base), Float64Array.from(current)),
];

test('the current profile is scaled to the total of the base', () => {
  assert.deepEqual(scaled([100], [20, 30]), [40, 60]);
});

test('halves are rounded away from zero, as Go rounds', () => {
  assert.deepEqual(scaled([5], [1, 3, 7, -1]), [1, 2, 4, -1]);
  assert.deepEqual(scaled([1, 1], [3, 1]), [2, 1]);
  assert.deepEqual(scaled([3], [-1, 7]), [-1, 4]);
});

test('with nothing to scale everything is 0', () => {
  assert.deepEqual(scaled([100], [5, -5]), [0, 0]);
  assert.deepEqual(scaled([0], [5]), [0]);
});
