import assert from 'node:assert/strict';
import test from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import type { Match } from '../../../src/core/hints/facts.ts';
import { calledIn, kindIn, tablesIn } from '../../../src/core/hints/tables.ts';
import { parsed } from '../code/parser.ts';

/** What the queries capture of a text. */
async function matchesOf(text: string): Promise<readonly Match[]> {
  const source = await parsed(text, 'javascript');
  return source.matches('hints', heedNothing).map(({ captures, setProperties = {} }) => ({
    nodes: new Map(captures.map(({ name, node }) => [name, node])),
    set: setProperties,
  }));
}

test('the kind of what is declared, by its first value', async () => {
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
    const matches = await matchesOf(`const x = ${value};`);
    const match = matches.find(({ nodes }) => nodes.has('variable') && nodes.has('first'));
    assert.ok(match);
    assert.equal(kindIn(tablesIn(matches), match), kind, value);
  }
});

test('what a method does, for the kinds that have it', async () => {
  const matches = await matchesOf('x.delete(1); x.push(1); x.other(1);');
  const tables = tablesIn(matches);
  const called = matches.flatMap(match => calledIn(tables, match).map(({ role, kinds }) => [role, ...kinds]));
  assert.deepEqual(called, [
    ['removed', 'map', 'set'],
    ['added', 'list'],
  ]);
});
