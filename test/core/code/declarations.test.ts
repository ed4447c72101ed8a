import assert from 'node:assert/strict';
import test from 'node:test';
import { declarationsOf, goLiteral } from '../../../src/core/code/declarations.ts';
import type { Language } from '../../../src/core/code/language.ts';
import { tokenize } from '../../../src/core/code/tokens.ts';

test('each language is read as itself', () => {
  const texts: Readonly<Record<Language, string>> = {
    go: 'func (c cart) add() {\n}',
    cpp: 'void cart::add() {\n}',
    rust: 'impl cart { fn add() {\n} }',
    javascript: 'class cart { add() {\n} }',
    python: 'class cart:\n  def add(self): pass',
  };
  for (const language of ['go', 'cpp', 'rust', 'javascript', 'python'] as const) {
    const found = declarationsOf(tokenize(texts[language], language), language);
    assert.deepEqual(
      found.map(({ owner, name }) => `${owner}.${name}`),
      ['cart.add'],
      language,
    );
  }
});

test('Go: function literals count as the compiler counts them', () => {
  const tokens = tokenize(
    `package p
func serve() {
	a := func() {
		defer func() {}()
		go func() {
		}()
	}
	b(func(x int) (y int) {
		return
	})
}`,
    'go',
  );
  const [serve] = declarationsOf(tokens, 'go');
  assert.ok(serve !== undefined);
  const lines = (...literals: number[]) => {
    const literal = goLiteral(tokens, serve, literals);
    return literal === null ? null : [literal.line, literal.endLine];
  };
  assert.deepEqual(lines(1), [3, 7]);
  assert.deepEqual(lines(1, 1), [4, 4]);
  assert.deepEqual(lines(1, 2), [5, 6]);
  assert.deepEqual(lines(2), [8, 10]);
  assert.equal(lines(3), null);
});

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
