import assert from 'node:assert/strict';
import test from 'node:test';
import type { Entry, Frame, Node } from '../../../src/core/ids.ts';
import { treeColumns, treeOf } from '../../../src/core/tree/treeColumns.ts';

test('a tree has the nodes and entries that were filled in, and no more', () => {
  const columns = treeColumns<Frame>(5, 4);
  for (const [node, frame] of [0, 7].entries()) {
    columns.frame[node] = frame as Frame;
    columns.next[node] = 2 as Node;
    columns.start[node] = node;
  }
  columns.order.set([3, 1, 2] as Entry[]);
  const { count, frame, next, start, order } = treeOf(columns, 2 as Node, 3);
  assert.equal(count, 2);
  assert.deepEqual([...frame], [0, 7]);
  assert.deepEqual([...next], [2, 2]);
  assert.deepEqual([...start], [0, 1, 3]);
  assert.deepEqual([...order], [3, 1, 2]);
});
