import assert from 'node:assert/strict';
import test from 'node:test';
import type { FrameName } from '../../../src/core/code/frameName.ts';
import { literalIn, matchingDeclarations } from '../../../src/core/code/matching.ts';
import { outline } from './parser.ts';

test('Go: function literals count as the compiler counts them', async () => {
  const { declarations } = await outline(
    'go',
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
  );
  const [serve] = declarations;
  assert.ok(serve !== undefined);
  const lines = (...literals: number[]) => {
    const literal = literalIn(serve, literals);
    return literal === null ? null : [literal.line, literal.endLine];
  };
  assert.deepEqual(lines(1), [3, 7]);
  assert.deepEqual(lines(1, 1), [4, 4]);
  assert.deepEqual(lines(1, 2), [5, 6]);
  assert.deepEqual(lines(2), [8, 10]);
  assert.equal(lines(3), null);
});

test('the owner decides, or that there is none; a declared constructor stands for its class', async () => {
  const { declarations } = await outline(
    'javascript',
    'class A {\n  constructor() {}\n  put() {}\n}\nclass B {\n  put() {}\n}\nfunction get() {}\n',
  );
  const lines = (name: string, owner: string | null) => {
    const frame: FrameName = { name, owner, literals: [] };
    return matchingDeclarations(declarations, frame).map(({ line }) => line);
  };
  assert.deepEqual(lines('put', null), [3, 6]);
  assert.deepEqual(lines('put', 'B'), [6]);
  assert.deepEqual(lines('put', 'C'), []);
  assert.deepEqual(lines('get', 'module'), [8]);
  assert.deepEqual(lines('A', null), [2]);
  assert.deepEqual(lines('B', null), [5]);
});
