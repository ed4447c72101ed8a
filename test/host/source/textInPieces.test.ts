import assert from 'node:assert/strict';
import test from 'node:test';
import { linesInPiece, textInPieces } from '../../../src/host/source/textInPieces.ts';

/** A document of some lines, of which each piece that is read is told. */
function documentOf(lines: readonly string[], onRead: (reads: number) => void = () => {}) {
  const read: number[] = [];
  const document = {
    version: 1,
    lines,
    get lineCount() {
      return document.lines.length;
    },
    textOf(from: number, to: number) {
      read.push(from);
      const text = document.lines.slice(from, to).join('\n') + (to < document.lines.length ? '\n' : '');
      onRead(read.length);
      return text;
    },
  };
  return { document, read };
}

const long = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);

test('a long text is put together in pieces, with turns for others in between', async () => {
  const { document, read } = documentOf(long);
  const turns: number[] = [];
  setImmediate(() => turns.push(read.length));
  const { version, pieces } = await textInPieces(document);
  assert.deepEqual([version, pieces?.join('')], [1, long.join('\n')]);
  assert.deepEqual(
    pieces?.map(piece => piece.split('\n').length - 1),
    [...Array.from({ length: 4 }, () => linesInPiece), 20_000 - 4 * linesInPiece - 1],
  );
  assert.equal(read.length, 5);
  assert.ok((turns[0] ?? 5) < 5);
});

test('a short text is there in the same turn', async () => {
  const { document } = documentOf(['a', 'b']);
  let isLater = false;
  setImmediate(() => {
    isLater = true;
  });
  assert.deepEqual(await textInPieces(document), { version: 1, pieces: ['a\nb'] });
  assert.ok(!isLater);
});

test('what is edited meanwhile is begun anew: all of a text is of one version', async () => {
  const { document } = documentOf(long, reads => {
    if (reads === 2) setImmediate(() => Object.assign(document, { version: 2, lines: ['new', ...long] }));
  });
  const { version, pieces } = await textInPieces(document);
  assert.deepEqual([version, pieces?.join('')], [2, ['new', ...long].join('\n')]);
});

test('somebody who types on and on is not waited for', async () => {
  const { document } = documentOf(long, () => setImmediate(() => document.version++));
  const { pieces } = await textInPieces(document);
  assert.equal(pieces?.join(''), long.join('\n'));
});

test('a text that is too long is left, and not read to its end', async () => {
  const { document, read } = documentOf(Array.from({ length: 100_000 }, () => 'x'.repeat(400)));
  assert.deepEqual(await textInPieces(document), { version: 1, pieces: null });
  assert.ok(read.length < 10);
});
