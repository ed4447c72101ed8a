import assert from 'node:assert/strict';
import test from 'node:test';
import { limits } from '../../../../src/core/formats/limits.ts';
import { readStrings } from '../../../../src/core/formats/proto/protoStrings.ts';
import { Spans } from '../../../../src/core/formats/proto/spans.ts';

function table(...strings: readonly (string | readonly number[])[]) {
  const spans = new Spans();
  const bytes: number[] = [9, 9];
  for (const string of strings) {
    const start = bytes.length;
    bytes.push(...(typeof string === 'string' ? new TextEncoder().encode(string) : string));
    spans.add(start, bytes.length);
    bytes.push(9);
  }
  return readStrings(Uint8Array.from(bytes), spans);
}

test('decodes each string for itself', () => {
  const strings = ['', 'main.main', 'λ→🙂', '\ufeffmarked', 'a\0b'];
  const read = table(...strings);
  assert.equal(read.length, strings.length);
  for (const again of [1, 2]) {
    strings.forEach((string, i) => {
      assert.equal(read.get(i), string, `${again}`);
    });
  }
});

test('replaces what is no UTF-8, and refuses strings that are not there', () => {
  const read = table('', [0x61, 0xff, 0x62]);
  assert.equal(read.get(1), 'a\ufffdb');
  for (const index of [-1, 2, Number.NaN]) assert.throws(() => read.get(index), RangeError);
});

test('refuses a string that is no name any more', () => {
  const spans = new Spans();
  spans.add(0, 0);
  spans.add(0, limits.stringBytes + 1);
  assert.throws(() => readStrings(new Uint8Array(limits.stringBytes + 1), spans), { code: 'tooLarge' });
});
