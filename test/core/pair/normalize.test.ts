import assert from 'node:assert/strict';
import test from 'node:test';
import { normalRatio, scaled } from '../../../src/core/pair/normalize.ts';

const total = (values: number[]): number => values.reduce((a, b) => a + b, 0);
const normalized = (base: number[], current: number[]): number[] => [
  ...scaled(Float64Array.from(current), normalRatio(total(base), total(current))),
];

test('the current profile is scaled to the total of the base', () => {
  assert.deepEqual(normalized([100], [20, 30]), [40, 60]);
});

test('halves are rounded away from zero, as Go rounds', () => {
  assert.deepEqual(normalized([5], [1, 3, 7, -1]), [1, 2, 4, -1]);
  assert.deepEqual(normalized([1, 1], [3, 1]), [2, 1]);
  assert.deepEqual(normalized([3], [-1, 7]), [-1, 4]);
});

test('with nothing to scale everything is 0', () => {
  assert.deepEqual(normalized([100], [5, -5]), [0, 0]);
  assert.deepEqual(normalized([0], [5]), [0]);
});
