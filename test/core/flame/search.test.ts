import assert from 'node:assert/strict';
import test from 'node:test';
import { matchingNodes } from '../../../src/core/flame/search.ts';
import { layoutOf, nameAt } from './dumpLayout.ts';

const named = layoutOf('a;x;b;x 0 → 40\nc;x 0 → 50\nc;d 30 → 0\ne 7 → 7', 'change');

function search(expression: RegExp): { names: string; increase: number } {
  const matched = Uint8Array.from(named.names, name => (expression.test(name) ? 1 : 0));
  const { nodes, increase } = matchingNodes(named.layout, matched);
  return { names: nodes.map(node => nameAt(named, node)).join(' '), increase };
}

test('widest first; a match inside a match counts once', () => {
  assert.deepEqual(search(/x/), { names: 'x x x', increase: 90 });
  assert.deepEqual(search(/[ac]/), { names: 'all c a', increase: 90 });
});

test('what shrank adds no growth, what has no width is not found', () => {
  assert.deepEqual(search(/d/), { names: 'd', increase: 0 });
  assert.deepEqual(search(/e/), { names: '', increase: 0 });
});
