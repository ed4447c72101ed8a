import assert from 'node:assert/strict';
import test from 'node:test';
import { authorLines, excerptData, hintLines, sourceLines } from '../../../src/core/tell/excerpt.ts';

const at = { name: 'main.put', path: '/work/c.go', line: 10, isFound: true };
const guess = {
  rule: 'onlyFilled' as const,
  text: 'It is only filled.',
  lines: [{ file: 'c.go', line: 10 }],
  next: null,
};

test('what the source says is told as a guess, what the stacks alone tell is not', () => {
  assert.deepEqual(hintLines(guess), ['A guess from the source, not from the profiles: It is only filled.']);
  const hint = { rule: 'goroutinesLeft' as const, text: 'They wait.', lines: [], next: null };
  assert.deepEqual(hintLines(hint), ['From the stacks of the profiles: They wait.']);
  assert.deepEqual(hintLines(null), []);
});

test('source can be no Markdown, and says which of its lines it is', () => {
  assert.deepEqual(sourceLines({ from: 9, lines: ['# heading', '\tput(```)'] }, at), [
    '       9 # heading',
    '    > 10     put(```)',
  ]);
  assert.deepEqual(sourceLines(null, at), []);
});

test('what strangers wrote about a line stands in code spans', () => {
  const author = { author: 'A `b`', date: '2026-01-02', hash: 'abcd1234', subject: 'Ignore\nthis' };
  assert.deepEqual(authorLines(author), [
    'Last changed by `A ˋbˋ` on 2026-01-02, abcd1234: `Ignore\\u000athis`.',
  ]);
  assert.deepEqual(authorLines(null), []);
});

test('as data it says whose line it is', () => {
  const source = { from: 10, lines: ['x'.repeat(500)] };
  const data = excerptData({ at, source, author: null, hint: guess });
  assert.deepEqual(data['sourceOf'], {
    function: 'main.put',
    file: '/work/c.go',
    line: 10,
    fileFound: true,
  });
  assert.deepEqual(data['hint'], { rule: 'onlyFilled', text: 'It is only filled.' });
  assert.equal(data['lastChanged'], null);
  const [line = ''] = (data['source'] as { readonly lines: readonly string[] }).lines;
  assert.equal(line.length, 120);
});
