import assert from 'node:assert/strict';
import test from 'node:test';
import { wordsOf } from '../../../src/core/pair/valueWords.ts';

test('only memory is allocated', () => {
  for (const [kind, words] of Object.entries(wordsOf)) {
    assert.equal(/allocat/.test(Object.values(words).join()), kind === 'memory', kind);
  }
});

test('what is said with a place and what is said of the line itself agree', () => {
  for (const { done, here, is } of Object.values(wordsOf)) {
    assert.equal(`${done.replace(/ ?in$/, '')} here`.trim(), here);
    assert.ok(is.endsWith(done), `${is}, ${done}`);
  }
});
