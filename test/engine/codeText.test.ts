import assert from 'node:assert/strict';
import test from 'node:test';
import { buffersOf, decoded, inUtf8, lengthOf, owned } from '../../src/engine/code/text.ts';

const pieces = ['// größer\n', '', 'func f() {}\n', '// 堆 🗑'];

test('a text in pieces arrives whole, however its bytes are cut', async () => {
  assert.equal(decoded(await inUtf8(pieces)), pieces.join(''));
  const bytes = new TextEncoder().encode(pieces.join(''));
  const cut = Array.from(bytes, (_, i) => bytes.slice(i, i + 1));
  assert.equal(decoded(cut), pieces.join(''));
  assert.equal(decoded([bytes.subarray(0, -1)]), `${pieces.join('').slice(0, -2)}\ufffd`);
});

test('a text is as long as its pieces together', async () => {
  assert.equal(lengthOf('abc'), 3);
  assert.equal(lengthOf(await inUtf8(['ab', 'ö'])), 4);
  assert.equal(lengthOf([]), 0);
});

test('others have their turn while a long text is written out', async () => {
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await inUtf8(Array.from({ length: 10 }, () => 'x'));
  isOver = true;
  assert.ok(turns >= 9, `${turns} turns`);
});

test('what is handed over is the text’s own, each buffer once', () => {
  const shared = new Uint8Array([97, 98, 99, 100]);
  const text = owned([shared.subarray(1, 3), shared]);
  const buffers = buffersOf([text, text, 'as it is']);
  assert.equal(buffers.length, 2);
  structuredClone(null, { transfer: [buffers[0]].filter(buffer => buffer !== undefined) });
  assert.equal(shared.length, 4);
});
