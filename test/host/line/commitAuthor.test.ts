import assert from 'node:assert/strict';
import test from 'node:test';
import { commitAuthor } from '../../../src/host/line/commitAuthor.ts';

const commit = { hash: 'a1b2c3d', message: 'Keep ids\n\nFor a while.', parents: [] };

test('name, day and first line of a commit', () => {
  assert.deepEqual(commitAuthor({ ...commit, authorName: 'Ada', authorDate: new Date(2024, 2, 1, 23, 59) }), {
    hash: 'a1b2c3d',
    author: 'Ada',
    date: '2024-03-01',
    subject: 'Keep ids',
  });
});

test('a long subject is cut; a commit without author or date says nothing', () => {
  const authorDate = new Date(2024, 2, 1);
  const long = { ...commit, message: 'x'.repeat(1_000), authorName: 'Ada' };
  assert.equal(commitAuthor({ ...long, authorDate })?.subject.length, 200);
  assert.equal(commitAuthor({ ...commit, authorDate }), null);
  assert.equal(commitAuthor({ ...commit, authorName: 'Ada', authorDate: new Date(Number.NaN) }), null);
});
