import assert from 'node:assert/strict';
import test from 'node:test';
import { release, resized, trimmed } from '../../../src/core/formats/resized.ts';

const canTransfer = 'transfer' in ArrayBuffer.prototype;

test('a larger copy starts with what was there', () => {
  const array = Uint32Array.of(1, 2);
  const copy = resized(array, 4);
  array[0] = 9;
  assert.deepEqual([...copy], [1, 2, 0, 0]);
});

test('trims in place unless much room would be kept for nothing', () => {
  const array = new Float64Array(100).map((_, i) => i);
  assert.deepEqual([...trimmed(array, 80)], [...array.slice(0, 80)]);
  assert.equal(trimmed(array, 80).buffer, array.buffer);
  assert.deepEqual([...trimmed(array, 50)], [...array.slice(0, 50)]);
  assert.notEqual(trimmed(array, 50).buffer, array.buffer);
});

test('large buffers are given back at once, small ones stay', {
  skip: canTransfer ? false : 'this Node cannot',
}, () => {
  const [large, small] = [new Uint32Array(1 << 20), new Uint32Array(10)];
  release(large.subarray(0, 5), small);
  assert.deepEqual([large.length, small.length], [0, 10]);
});
