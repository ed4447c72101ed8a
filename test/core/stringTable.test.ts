import assert from 'node:assert/strict';
import test from 'node:test';
import { stringTable } from '../../src/core/stringTable.ts';

test('a table gives the strings that it has, and no others', () => {
  const table = stringTable(['', 'a']);
  assert.deepEqual([table.length, table.get(0), table.get(1)], [2, '', 'a']);
  assert.throws(() => table.get(2), RangeError);
});
