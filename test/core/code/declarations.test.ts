import assert from 'node:assert/strict';
import test from 'node:test';
import type { Declaration } from '../../../src/core/code/declaration.ts';
import { outlineOf } from '../../../src/core/code/declarations.ts';
import type { Grammar } from '../../../src/core/code/language.ts';
import { Cancelled, heedNothing } from '../../../src/core/heed.ts';
import { outline, parsed } from './parser.ts';

const texts: Readonly<Record<Grammar, string>> = {
  go: 'func (c cart) add() {\n}',
  cpp: 'void cart::add() {\n}',
  rust: 'impl cart { fn add() {\n} }',
  javascript: 'cart.add = function () {\n}',
  typescript: 'cart.add = function (): void {\n}',
  tsx: 'cart.add = function (): void {\n}',
  python: 'class cart:\n  def add(self): pass',
  java: 'class cart { void add() {\n} }',
};
const grammars = Object.keys(texts) as readonly Grammar[];

test('each language is read as itself', async () => {
  for (const grammar of grammars) {
    const { declarations, lines } = await outline(grammar, texts[grammar]);
    const found = declarations.filter(({ name }) => name !== '<init>');
    assert.deepEqual(
      found.map(({ owner, name }) => `${owner}.${name}`),
      ['cart.add'],
      grammar,
    );
    assert.equal(lines, 2, grammar);
  }
});

test('any text has declarations, and ends', async () => {
  const halves = [
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
    '\0',
  ];
  for (const grammar of grammars) {
    for (const text of halves) {
      const { declarations } = await outline(grammar, text);
      assert.ok(
        declarations.every(({ name, line }) => name !== '' && line >= 1),
        `${grammar}: ${text}`,
      );
    }
  }
});

test('literals in literals are kept to a depth that can be copied', async () => {
  const { declarations } = await outline(
    'go',
    `func f() {${'func() {'.repeat(2_000)}${'}()'.repeat(2_000)}}`,
  );
  let depth = 0;
  let inside: readonly Declaration[] | undefined = declarations;
  while (inside?.[0] !== undefined) {
    depth += 1;
    inside = inside[0].literals;
  }
  assert.ok(depth > 50 && depth <= 100, `${depth} deep`);
  structuredClone(declarations);
});

test('whoever does not wait any more is heeded', async () => {
  const source = await parsed('function f() {}\n'.repeat(10_000), 'javascript');
  const cancel = () => {
    throw new Cancelled();
  };
  assert.throws(() => outlineOf(source, cancel), Cancelled);
  assert.equal(outlineOf(source, heedNothing).declarations.length, 10_000);
  source.dispose();
});
