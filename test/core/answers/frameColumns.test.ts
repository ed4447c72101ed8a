import assert from 'node:assert/strict';
import test from 'node:test';
import { frameColumns, type StringColumn, stringColumn } from '../../../src/core/answers/frameColumns.ts';
import { lookAt, profileOf } from './lookAt.ts';

const texts = ({ bytes, offsets }: StringColumn): string[] =>
  [...offsets.slice(1)].map((end, i) => new TextDecoder().decode(bytes.subarray(offsets[i], end)));

test('strings of any length come back, in buffers of their own', () => {
  const strings = ['', 'main.main', '(*T).μ → 😀', 'x'.repeat(10_000), ''];
  const column = stringColumn(strings);
  assert.deepEqual(texts(column), strings);
  assert.equal(column.bytes.byteLength, column.bytes.buffer.byteLength);
  assert.equal(column.offsets.byteLength, column.offsets.buffer.byteLength);
});

test('frames are listed in the order asked for, and name each file once', () => {
  const profile = profileOf({
    samples: [{ stack: ['f@a.go:3', 'g@b.go:4', 'h@a.go:5'], values: [1] }],
    startLines: { f: 2, g: 0, h: 1 },
  });
  const { frames } = lookAt([profile]).merged;
  const { name, file, files, line } = frameColumns(
    frames,
    ['h', 'g', 'f'].map(wanted => frames.name.indexOf(wanted)),
  );
  assert.deepEqual(texts(name), ['h', 'g', 'f']);
  assert.deepEqual(texts(files), ['a.go', 'b.go']);
  assert.deepEqual([...file], [0, 1, 0]);
  assert.deepEqual([...line], [1, 0, 2]);
});
