import assert from 'node:assert/strict';
import test from 'node:test';
import { bounds, defaultLimits } from '../../../../src/core/formats/limits.ts';
import { readStrings } from '../../../../src/core/formats/proto/protoStrings.ts';
import { Spans } from '../../../../src/core/formats/proto/spans.ts';

function table(...strings: readonly (string | readonly number[])[]) {
  const spans = new Spans('strings', defaultLimits, 'strings');
  const bytes: number[] = [9, 9];
  for (const string of strings) {
    const start = bytes.length;
    bytes.push(...(typeof string === 'string' ? new TextEncoder().encode(string) : string));
    spans.add(start, bytes.length);
    bytes.push(9);
  }
  return readStrings(Uint8Array.from(bytes), spans).strings;
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

test('cuts what is no name any more, between characters, and counts it', () => {
  const most = bounds.nameLength;
  for (const [bytes, kept] of [
    [new TextEncoder().encode('x'.repeat(most)), most],
    [new TextEncoder().encode('x'.repeat(most + 1)), most],
    [new TextEncoder().encode(`${'x'.repeat(most - 2)}\u{1f642}`), most - 2],
  ] as const) {
    const spans = new Spans('strings', defaultLimits, 'strings');
    spans.add(0, 0);
    spans.add(0, bytes.length);
    const { strings, cutNames } = readStrings(bytes, spans);
    assert.deepEqual([strings.get(1), cutNames], ['x'.repeat(kept), bytes.length > most ? 1 : 0]);
  }
});

test('keeps nothing of what lies between them', () => {
  const bytes = new Uint8Array(100_000).fill(0x78);
  const spans = new Spans('strings', defaultLimits, 'strings');
  for (const [start, stop] of [
    [0, 0],
    [10, 13],
    [99_998, 100_000],
  ] as const)
    spans.add(start, stop);
  const { strings } = readStrings(bytes, spans);
  assert.deepEqual([strings.get(0), strings.get(1), strings.get(2)], ['', 'xxx', 'xx']);
});
