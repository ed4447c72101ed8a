import assert from 'node:assert/strict';
import test from 'node:test';
import { bytesOf, cutName, mostBytes, nameSpan, nextLines, written } from '../../../src/core/tell/told.ts';

test('bytes are those of UTF-8', () => {
  for (const text of ['', 'a', 'é', '−', '→', '😀', 'a\ud800b'])
    assert.equal(bytesOf(text), Buffer.byteLength(text));
});

test('what is too much goes from what is least dear, and is counted', () => {
  const line = 'x'.repeat(99);
  const sections = [
    { keep: 9, lines: ['the sentence'] },
    { keep: 2, lines: Array.from({ length: 40 }, () => line) },
    { keep: 5, lines: Array.from({ length: 20 }, () => `y${line}`) },
    { keep: 7, lines: [] },
  ];
  const text = written(sections);
  assert.ok(bytesOf(text) <= mostBytes);
  assert.match(text, /^the sentence\n\nx/);
  assert.equal(text.match(/^yx+$/gm)?.length, 20, 'what is dear is whole');
  const left = text.match(/^x+$/gm)?.length ?? 0;
  assert.match(text, new RegExp(`\\(${40 - left} more lines left out: an answer stays below 5 kB\\.\\)\\n$`));
  assert.equal(written([{ keep: 1, lines: ['one'] }]), 'one\n');
});

test('a stranger’s name is cut, seen, and cannot end its code span', () => {
  assert.equal(nameSpan('a`b\n# c'), '`aˋb\\u000a# c`');
  assert.equal(cutName('\u202e'), '\\u202e');
  assert.ok(cutName('x'.repeat(9_000)).length <= 160);
});

test('a next call is its tool with arguments that can be given as they stand', () => {
  const [line = ''] = nextLines([
    { tool: 'check_evidence', arguments: { files: ['a b.pb'] }, why: 'says more.' },
  ]);
  assert.equal(line, 'Next: `check_evidence {"files":["a b.pb"]}` says more.');
});
