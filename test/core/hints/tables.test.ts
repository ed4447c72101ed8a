import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Node } from 'web-tree-sitter';
import { heedNothing } from '../../../src/core/heed.ts';
import type { Match } from '../../../src/core/hints/facts.ts';
import { calledIn, kindIn, tablesIn } from '../../../src/core/hints/tables.ts';
import { nodeIn, sourceOf } from './packageOf.ts';

/** What the queries capture of a text. */
async function matchesOf(t: TestContext, text: string): Promise<readonly Match[]> {
  const { source } = await sourceOf(t, 'a.js', text);
  return source.parsed.matches('hints', heedNothing).map(({ captures, setProperties = {} }) => ({
    nodes: new Map(captures.map(({ name, node }) => [name, node])),
    set: setProperties,
  }));
}

test('the kind of what is declared, by its first value', async t => {
  const values: Readonly<Record<string, string | null>> = {
    '[]': 'list',
    'new Array(3)': 'list',
    '{}': 'object',
    '{ a: 1 }': null,
    'new Map()': 'map',
    'new Set([1])': 'set',
    'new WeakMap()': null,
    'f()': null,
  };
  for (const [value, kind] of Object.entries(values)) {
    const matches = await matchesOf(t, `const x = ${value};`);
    const match = matches.find(({ nodes }) => nodes.has('variable') && nodes.has('first'));
    assert.ok(match);
    assert.equal(kindIn(tablesIn(matches), match), kind, value);
  }
});

test('what a method does, for the kinds that have it', async t => {
  const matches = await matchesOf(t, 'x.delete(1); x.push(1); x.other(1);');
  const tables = tablesIn(matches);
  const called = matches.flatMap(match => calledIn(tables, match).map(({ role, kinds }) => [role, ...kinds]));
  assert.deepEqual(called, [
    ['removed', 'map', 'set'],
    ['added', 'list'],
  ]);
});

/** Makes matches of the nodes of a text. */
async function matchMaker(
  t: TestContext,
  text: string,
): Promise<(captures: Readonly<Record<string, string>>, set?: Match['set']) => Match> {
  const { source } = await sourceOf(t, 'a.js', text);
  const node = (part: string): Node => nodeIn(source, text, part);
  return (captures, set = {}) => ({
    nodes: new Map(Object.entries(captures).map(([name, part]) => [name, node(part)])),
    set,
  });
}

test('the kind of a container is that of its first value, else what its pattern says', async t => {
  const match = await matchMaker(t, `a = [1]; b = {}; c = 1; d = "${' '.repeat(300)}end"`);
  const tables = tablesIn([
    match({ kinds: 'c' }, { list: '^\\[', any: '^[\\[{]', late: 'end' }),
    match({ methods: 'c' }, { number: '1' }),
  ]);
  assert.deepEqual(
    tables.kinds.map(([kind]) => kind),
    ['list', 'any', 'late'],
  );
  assert.equal(kindIn(tables, match({ first: '[1]' }, { kind: 'map' })), 'list');
  assert.equal(kindIn(tables, match({ first: '{}' })), 'any');
  assert.equal(kindIn(tables, match({ first: 'c' })), null);
  assert.equal(kindIn(tables, match({ first: `"${' '.repeat(300)}end"` })), null);
  assert.equal(kindIn(tables, match({ field: 'a' }, { kind: 'map' })), 'map');
  assert.equal(kindIn(tables, match({ field: 'a' })), '');
});

test('a method does to what it is called on what the tables say, by its kinds', async t => {
  const match = await matchMaker(t, 'xs.push(1); ys.has(2)');
  const tables = tablesIn([
    match({ methods: 'xs' }, { 'added list set': 'push add', 'read map': 'has', removed: 'push' }),
    match({ called: 'xs' }, { replaced: 'has' }),
  ]);
  const called = calledIn(tables, match({ called: 'xs', method: 'push' }));
  assert.deepEqual(
    called.map(({ role, kinds, match: { nodes } }) => [role, kinds, nodes.get(role)?.text]),
    [
      ['added', ['list', 'set'], 'xs'],
      ['removed', [], 'xs'],
    ],
  );
  assert.deepEqual(
    calledIn(tables, match({ called: 'ys', method: 'has' })).map(({ role }) => role),
    ['read'],
  );
  assert.deepEqual(calledIn(tables, match({ called: 'ys', method: 'ys' })), []);
  assert.deepEqual(calledIn(tables, match({ method: 'push' })), []);
});
