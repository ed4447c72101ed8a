import assert from 'node:assert/strict';
import test from 'node:test';
import { drawnTree } from '../../../src/core/answers/drawnTree.ts';
import { elidedDetails } from '../../../src/core/answers/elidedDetails.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt } from './lookAt.ts';

test('an elided node tells the sums of what it stands for', () => {
  const look = lookAt([heap('wide 1000000', 'x 5', 'y 3'), heap('wide 1999996', 'x 1', 'y 7')]);
  const drawn = drawnTree(look.merged.tree, look.measure, look.merged.frames, rootNode);
  const [elided = -1] = drawn.columns.elidedNode;
  assert.equal(drawn.nodes[elided], -1);
  const { flat, cum, increase, decrease, share, lines } = elidedDetails(look, drawn, elided);
  assert.deepEqual(flat, { base: 0, current: 0 });
  assert.deepEqual(cum, { base: 8, current: 8 });
  assert.deepEqual([increase, decrease, share, lines.length], [4, 4, 4 / 1e6, 0]);
});
