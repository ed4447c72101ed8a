import assert from 'node:assert/strict';
import test from 'node:test';
import { buffersOf } from '../../src/engine/buffersOf.ts';

test('every buffer is found once, however deep', () => {
  const shared = new ArrayBuffer(16);
  const own = new Float64Array(2);
  const found = buffersOf({
    a: new Uint8Array(shared),
    b: [{ c: new Uint32Array(shared, 8) }, own],
    d: 'text',
    e: null,
    f: undefined,
  });
  assert.deepEqual(new Set(found), new Set([shared, own.buffer]));
  assert.equal(found.length, 2);
  assert.deepEqual(buffersOf(7), []);
});
