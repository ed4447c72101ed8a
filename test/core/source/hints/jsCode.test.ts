import assert from 'node:assert/strict';
import test from 'node:test';
import { collectionKind, jsSite, moduleVariable } from '../../../../src/core/source/hints/jsCode.ts';
import { isToken } from '../../../../src/core/source/tokens.ts';

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
});
