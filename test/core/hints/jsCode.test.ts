import assert from 'node:assert/strict';
import test from 'node:test';
import { isToken, tokenize } from '../../../src/core/code/tokens.ts';
import { collectionKind, jsSite, moduleVariable } from '../../../src/core/hints/jsCode.ts';

const text = `const seen: Map<string, number> = new Map();
const list = [];
export const open = new Set();
let unset;
function add(key, list) {
  seen.set(key, 1);
  list.push(key);
  open.add(key);
  unset.push(key);
}
`;
const site = jsSite(new Map([['a.ts', text]]), { file: 'a.ts', line: 6 }) ?? assert.fail();

/** What the first use of a name on a line of the function stands for. */
function kindOf(name: string, line: number): string | null {
  const { tokens } = site.file;
  const at = Array.from({ length: tokens.count }, (_, i) => i).find(
    i => tokens.line[i] === line && isToken(tokens, i, name),
  );
  const value = moduleVariable(site.file, name, at ?? assert.fail(name));
  return value < 0 ? null : collectionKind(tokens, value);
}

test("a module's own collection is followed to its first value", () => {
  assert.equal(kindOf('seen', 6), 'map');
});

test('parameters, exports and variables without a value are not', () => {
  assert.equal(kindOf('list', 7), null);
  assert.equal(kindOf('open', 8), null);
  assert.equal(kindOf('unset', 9), null);
});

test('a site is a line of a function in a script', () => {
  assert.equal(jsSite(new Map([['a.ts', text]]), { file: 'a.ts', line: 1 }), null);
  assert.equal(jsSite(new Map([['a.go', text]]), { file: 'a.go', line: 6 }), null);
  assert.equal(jsSite(new Map([['a.ts', text]]), { file: 'b.ts', line: 6 }), null);
  const bundle = text.replace('add(', `add(${'x,'.repeat(2000)}`);
  assert.equal(jsSite(new Map([['a.ts', bundle]]), { file: 'a.ts', line: 6 }), null, 'a bundle');
});

test('the site is in the innermost function', () => {
  const nested = 'function outer() {\n  function inner() {\n    f();\n  }\n}\n';
  const found = jsSite(new Map([['a.js', nested]]), { file: 'a.js', line: 3 });
  assert.equal(found?.fn.name, 'inner');
});

test("a variable of a function around is not the module's", () => {
  const closure =
    'function outer() {\n  const seen = new Map();\n  function inner() {\n    seen.set(1);\n  }\n}\n';
  const { file, fn } = jsSite(new Map([['a.js', closure]]), { file: 'a.js', line: 4 }) ?? assert.fail();
  assert.equal(moduleVariable(file, 'seen', fn.open + 1), -1);
});

test('the kinds of collection', () => {
  const kinds = {
    'new Map()': 'map',
    'new Set([1])': 'set',
    'new Array(3)': 'array',
    '[]': 'array',
    '{}': 'object',
    'Object.create(null)': 'object',
    'new WeakMap()': null,
    '[1]': null,
    'load()': null,
  };
  for (const [value, kind] of Object.entries(kinds))
    assert.equal(collectionKind(tokenize(value, 'javascript'), 0), kind, value);
});
