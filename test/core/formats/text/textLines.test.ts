import assert from 'node:assert/strict';
import test from 'node:test';
import { limits } from '../../../../src/core/formats/limits.ts';
import { firstLine, TextLines, wholeText } from '../../../../src/core/formats/text/textLines.ts';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test('walks lines with any ending, without white space around them', () => {
  const lines = new TextLines(bytes('one\r\n\n  two \nthree'));
  const seen: string[] = [];
  while (lines.next()) seen.push(`${lines.number} ${lines.line}`);
  assert.deepEqual(seen, ['1 one', '2 ', '3 two', '4 three']);
  assert.equal(lines.malformed('wrong').message, 'line 4: wrong');
  assert.equal(new TextLines(bytes('')).next(), false);
});

test('finds the first line within 4 KiB', () => {
  assert.equal(firstLine(bytes('\ufeffone \ntwo')), 'one');
  assert.equal(firstLine(bytes('')), '');
  assert.equal(firstLine(bytes('x'.repeat(10_000))).length, 4096);
});

test('refuses more than a string may hold before decoding it', () => {
  assert.throws(() => wholeText(new Uint8Array(limits.textBytes + 1)), { code: 'tooLarge' });
});
