import assert from 'node:assert/strict';
import test from 'node:test';
import { readBlame } from '../../../src/host/line/blame.ts';

test('hash, author and date of a line', () => {
  assert.deepEqual(
    readBlame('^6be94110 (Ada Lovelace 2024-03-01 12:00:00 +0100 39) \tc.entries[id] = x // (2023-01-01)'),
    {
      hash: '6be94110',
      author: 'Ada Lovelace',
      date: '2024-03-01',
    },
  );
});

test('a file that was renamed, a name with brackets, a whole hash', () => {
  const hash = '6be941106be941106be941106be941106be94110';
  assert.deepEqual(readBlame(`${hash} old/name.go (J. (Joe) Doe   2020-12-31 00:00:00 -0800   7) x`), {
    hash,
    author: 'J. (Joe) Doe',
    date: '2020-12-31',
  });
});

test('what is not committed has no author', () => {
  assert.equal(readBlame('00000000 (Not Committed Yet 2024-03-01 12:00:00 +0100 39) x'), null);
  for (const other of ['', 'fatal: no such path', '6be94110 x']) assert.equal(readBlame(other), null);
});
