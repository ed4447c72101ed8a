import assert from 'node:assert/strict';
import test from 'node:test';
import { oneAhead } from '../../../src/core/reduce/oneAhead.ts';

test('the next is read while one is used, in their order and no further', async () => {
  const begun: number[] = [];
  const used: number[] = [];
  for (const { item, reading } of oneAhead([1, 2, 3, 4], async each => {
    begun.push(each);
    return each * 10;
  })) {
    used.push(await reading);
    assert.deepEqual(begun, [1, 2, 3, 4].slice(0, item + 1));
  }
  assert.deepEqual(used, [10, 20, 30, 40]);
  assert.deepEqual([...oneAhead([], async () => 1)], []);
});

test('what cannot be read is said in its turn, and those behind it are read', async () => {
  const said: string[] = [];
  for (const { item, reading } of oneAhead(['a', 'b', 'c'], async each => {
    if (each === 'b') throw new Error(`no ${each}`);
    return each;
  })) {
    // The next one's fault comes while nobody awaits it.
    await new Promise(resolve => setTimeout(resolve, 5));
    said.push(await reading.catch((error: unknown) => String(error)));
    assert.equal(said.length, ['a', 'b', 'c'].indexOf(item) + 1);
  }
  assert.deepEqual(said, ['a', 'Error: no b', 'c']);
});
