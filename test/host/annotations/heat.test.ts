import assert from 'node:assert/strict';
import test from 'node:test';
import { heatOf } from '../../../src/host/annotations/heat.ts';

test('heat is the part of the largest change, in steps, whichever way it went', () => {
  const heats = [100, -60, 49, -10, 9, 2, 1].map(change => heatOf(change, 100));
  assert.deepEqual(heats, [4, 4, 3, 3, 2, 2, 1]);
});
