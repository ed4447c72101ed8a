import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame } from '../../../src/core/ids.ts';
import { ownRange, ownRangesOf, pairIn, pairOver, subtreeRange } from '../../../src/core/measures/ranges.ts';
import { pairColumns } from '../../../src/core/pair/comparison.ts';
import { byBucket } from '../../../src/core/stacks/buckets.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt, nodeNamed } from '../answers/lookAt.ts';

const look = lookAt([heap('a;x 1', 'b;x 2', 'a 4'), heap('b;x;x 8', 'a;x 16')]);
const { tree } = look.merged;

test('a node’s own entries and those under it', () => {
  const a = nodeNamed(look, 'a');
  assert.deepEqual(pairOver(look.measure, ownRange(tree, a)), { base: 4, current: 0 });
  assert.deepEqual(pairOver(look.measure, subtreeRange(tree, a)), { base: 5, current: 16 });
});

test('all nodes of a function', () => {
  const x = tree.frame[nodeNamed(look, 'x')] as Frame;
  const ranges = ownRangesOf(tree, [x]).get(x) ?? [];
  assert.equal(ranges.length, 3);
  assert.deepEqual(pairOver(look.measure, ranges), { base: 3, current: 24 });
});

test('sums without running sums are the same', () => {
  const values = byBucket(look.merged.buckets, pairColumns(look.comparison, look.type, false));
  const b = subtreeRange(tree, nodeNamed(look, 'b'));
  for (const ranges of [ownRange(tree, rootNode), subtreeRange(tree, rootNode), b]) {
    assert.deepEqual(pairIn(tree, values, ranges), pairOver(look.measure, ranges));
  }
});
