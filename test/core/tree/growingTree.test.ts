import assert from 'node:assert/strict';
import test from 'node:test';
import type { Bucket, Frame, IdColumn } from '../../../src/core/ids.ts';
import { GrowingTree } from '../../../src/core/tree/growingTree.ts';

test('nodes are closed from the last one on, and buckets belong to the node that was added last', () => {
  const order = Uint32Array.of(7, 8, 9) as IdColumn<Bucket>;
  const tree = new GrowingTree<Frame>(9, 9);
  tree.open(0 as Frame);
  tree.open(1 as Frame);
  tree.fill(order, 2, 3);
  tree.close(1);
  tree.open(2 as Frame);
  const first = tree.count;
  tree.add(3 as Frame);
  tree.add(4 as Frame);
  tree.end(first);
  tree.fill(order, 0, 2);
  tree.close(0);
  const { count, frame, next, start, order: own } = tree.done();
  assert.equal(count, 5);
  assert.deepEqual([...frame], [0, 1, 2, 3, 4]);
  // A chain's nodes end together.
  assert.deepEqual([...next], [5, 2, 5, 5, 5]);
  assert.deepEqual([...start], [0, 0, 1, 1, 1, 3]);
  assert.deepEqual([...own], [9, 7, 8]);
});
