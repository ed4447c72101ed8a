import assert from 'node:assert/strict';
import test from 'node:test';
import { idsBelow } from '../../src/core/idsBelow.ts';

test('the largest number below the bound is held, in two bytes while they do', () => {
  for (const [count, bytes] of [
    [1, 2],
    [2 ** 16, 2],
    [2 ** 16 + 1, 4],
    [2 ** 32, 4],
  ] as const) {
    const ids = idsBelow(count, 3);
    ids[2] = count - 1;
    assert.deepEqual([...ids], [0, 0, count - 1]);
    assert.equal(ids.BYTES_PER_ELEMENT, bytes);
  }
});
