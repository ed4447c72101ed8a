import assert from 'node:assert/strict';
import test from 'node:test';
import { DocumentNotes, isRewritten } from '../../../src/host/annotations/documentNotes.ts';
import type { Notes } from '../../../src/host/annotations/notes.ts';

const at = (line: number, character: number) => ({ line, character });
const notes: Notes = {
  lines: [2, 5].map(line => ({ line, growth: [], movedFrom: null, exact: true, isUnread: false })),
  functions: [{ line: 1, endLine: 8, growth: [] }],
};

function lines(document: DocumentNotes): readonly number[] {
  return document.notes.lines.map(({ line }) => line);
}

test('several edits of one change move notes once each, in whatever order they come', () => {
  for (const reverse of [false, true]) {
    const document = new DocumentNotes(notes, () => 1);
    const edits = [
      { start: at(0, 0), end: at(0, 0), text: 'a\nb\n' },
      { start: at(4, 0), end: at(5, 0), text: '' },
    ];
    document.edit(reverse ? edits.toReversed() : edits);
    assert.deepEqual(lines(document), [4, 6]);
    assert.deepEqual(document.notes.functions, [{ line: 3, endLine: 10, growth: [] }]);
  }
});

test('a line that is deleted loses its note', () => {
  const document = new DocumentNotes(notes, () => 1);
  document.edit([{ start: at(2, 0), end: at(3, 0), text: '' }]);
  assert.deepEqual(lines(document), [4]);
});

test('a text that is replaced has to be read again', () => {
  assert.equal(isRewritten([{ start: at(0, 0), end: at(30, 0), text: 'another file' }]), true);
  assert.equal(isRewritten([{ start: at(0, 0), end: at(2, 0), text: 'a\nfew\nlines' }]), false);
});
