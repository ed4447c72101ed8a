import assert from 'node:assert/strict';
import test from 'node:test';
import { sum } from '../../../src/core/pair/sum.ts';

test('the sum is signed', () => {
  assert.equal(sum(Float64Array.of(5, -7, 2 ** 52)), 2 ** 52 - 2);
  assert.equal(sum(new Float64Array(0)), 0);
});
