import assert from 'node:assert/strict';
import test from 'node:test';
import { declarationsOf } from '../../../src/core/source/declarations.ts';
import { tokenize } from '../../../src/core/source/tokens.ts';

test('any text has declarations, and ends', () => {
  for (const language of ['go', 'cpp', 'rust', 'javascript', 'python'] as const) {
    for (const text of [
      '',
      '{',
      'func (',
      "'",
      '`${',
      '/*',
      'fn f(',
      'def f(',
      '#if\n#else',
      'a=>',
      '(:=>',
      ')]}',
    ]) {
      assert.ok(Array.isArray(declarationsOf(tokenize(text, language), language)), `${language}: ${text}`);
    }
  }
});
