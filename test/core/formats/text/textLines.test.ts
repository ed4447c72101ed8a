import assert from 'node:assert/strict';
import test from 'node:test';
import { bounds, defaultLimits } from '../../../../src/core/formats/limits.ts';
import { firstLine, TextLines } from '../../../../src/core/formats/text/textLines.ts';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test('walks lines with any ending, without white space around them', () => {
  const lines = new TextLines(bytes('one\r\n\n  two \nthree'), defaultLimits);
  const seen: string[] = [];
  while (lines.next()) seen.push(`${lines.number} ${lines.line}`);
  assert.deepEqual(seen, ['1 one', '2 ', '3 two', '4 three']);
  assert.equal(lines.malformed('wrong').message, 'line 4: wrong');
  assert.equal(new TextLines(bytes(''), defaultLimits).next(), false);
});

test('finds the first line within 4 KiB', () => {
  assert.equal(firstLine(bytes('\ufeffone \ntwo')), 'one');
  assert.equal(firstLine(bytes('')), '');
  assert.equal(firstLine(bytes('x'.repeat(10_000))).length, 4096);
});

test('decodes a long text block by block, never through a line or a character', () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `${i} ${'λ🙂'.repeat(i % 200)}`);
  texts[1000] = 'ä'.repeat(400_000);
  const lines = new TextLines(bytes(texts.join('\n')), defaultLimits);
  for (const text of texts) assert.ok(lines.next() && lines.line === text.trim(), text.slice(0, 40));
  assert.equal(lines.next(), false);
});

test('refuses more text, or more lines, than the limit', () => {
  const one = { ...defaultLimits, textMiB: 1 };
  assert.throws(() => new TextLines(new Uint8Array((1 << 20) + 1), one), {
    code: 'overLimit',
    limit: 'textMiB',
    detail: 'more than 1 MiB of text',
  });
  const most = '\n'.repeat(bounds.linesPerMiB);
  assert.ok(new TextLines(bytes(most), one).next());
  assert.throws(() => new TextLines(bytes(`${most}\n`), one), {
    code: 'overLimit',
    detail: 'more than 16,384 lines of text',
  });
});
