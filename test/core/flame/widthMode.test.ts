import assert from 'node:assert/strict';
import test from 'node:test';
import { selfWeight, widthModes } from '../../../src/core/flame/widthMode.ts';
import { treeFromStacks } from './treeFromStacks.ts';

const weights = (base: number, current: number): readonly number[] => {
  const { tree } = treeFromStacks([{ frames: ['a'], base, current }]);
  return widthModes.map(mode => selfWeight(tree, mode, 0));
};

test('what each mode takes for width', () => {
  assert.deepEqual(weights(10, 30), [20, 20, 40, 30, 10]);
  assert.deepEqual(weights(30, 10), [20, 0, 40, 10, 30]);
  assert.deepEqual(weights(10, 10), [0, 0, 20, 10, 10]);
});

test('negative values, of a profile that is itself a delta, are as wide as positive ones', () => {
  assert.deepEqual(weights(-10, 30), [40, 40, 40, 30, 10]);
  assert.deepEqual(weights(0, -30), [30, 0, 30, 30, 0]);
});
