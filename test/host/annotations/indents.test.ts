import assert from 'node:assert/strict';
import test from 'node:test';
import { indentsIn } from '../../../src/host/annotations/indents.ts';
import { linesInPiece } from '../../../src/host/source/textInPieces.ts';

test('tells where the text of lines begins, in any order, and of both ends of lines', () => {
  for (const end of ['\n', '\r\n']) {
    const indentOf = indentsIn([['a', '\t\tb', '  c', '', '   '].join(end)]);
    assert.deepEqual([2, 0, 1, 4, 3].map(indentOf), [2, 0, 2, 3, 0]);
    assert.deepEqual([5, 100].map(indentOf), [0, 0]);
  }
  assert.equal(indentsIn([])(0), 0);
});

test('counts on from one piece of the text to the next', () => {
  const piece = '\tx\n'.repeat(linesInPiece);
  const indentOf = indentsIn([piece, piece, '  last']);
  const last = 2 * linesInPiece;
  assert.deepEqual([last - 1, last, last + 1, 3 * linesInPiece].map(indentOf), [1, 2, 0, 0]);
});
