import assert from 'node:assert/strict';
import test from 'node:test';
import { Interned } from '../../../src/core/names/interned.ts';

test('rows are numbered from 1 on, and made once for each key', () => {
  const rows = new Interned<string, { readonly id: number; readonly key: string }>();
  const idOf = (key: string) => rows.id(key, id => ({ id, key }));
  assert.deepEqual(['b', 'a', 'b', ''].map(idOf), [1, 2, 1, 3]);
  assert.deepEqual(rows.all, [
    { id: 1, key: 'b' },
    { id: 2, key: 'a' },
    { id: 3, key: '' },
  ]);
});
