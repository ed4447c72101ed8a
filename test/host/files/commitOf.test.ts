import assert from 'node:assert/strict';
import test from 'node:test';
import { commitOf } from '../../../src/host/files/commitOf.ts';

const hash = '1a2b3c4d5e6f708192a3b4c5d6e7f80910213243';

test('an address of the Git extension says the commit', () => {
  const query = JSON.stringify({ path: '/p/heap.pb.gz', ref: hash });
  assert.equal(commitOf({ scheme: 'git', query }), '1a2b3c4');
});

test('a file on a disk has none, whatever its query says', () => {
  assert.equal(commitOf({ scheme: 'file', query: JSON.stringify({ ref: hash }) }), null);
});

test('an address that names no commit has none: what it leads to may change', () => {
  for (const query of [
    '',
    '{',
    'null',
    '{"ref":"HEAD"}',
    '{"ref":"~"}',
    '{"ref":7}',
    `{"ref":"${hash}\u202e"}`,
  ]) {
    assert.equal(commitOf({ scheme: 'git', query }), null, query);
  }
});
