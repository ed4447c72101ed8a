import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type FlameLayout, flameLayout } from '../../../src/core/flame/flameLayout.ts';
import { framesIn, hitTest, type Visible, visitVisible } from '../../../src/core/flame/visibleBoxes.ts';
import { arbitraryTree } from './arbitraryTree.ts';
import { layoutOf, nameAt, nodeOf } from './dumpLayout.ts';

const whole: Visible = { start: 0, end: 1, firstRow: 0, lastRow: 99, narrowest: 0 };

function walk(layout: FlameLayout, visible: Visible): { boxes: number[]; narrow: number[] } {
  const boxes: number[] = [];
  const narrow: number[] = [];
  visitVisible(layout, visible, { box: node => boxes.push(node), narrow: node => narrow.push(node) });
  return { boxes, narrow };
}

const named = layoutOf('a;b;c 0 → 60\na;d 0 → 39\ne;f 0 → 1', 'change');
const namesOf = (nodes: readonly number[]): string => nodes.map(node => nameAt(named, node)).join(' ');

test('the whole tree, parents first', () => {
  assert.equal(namesOf(walk(named.layout, whole).boxes), 'all a b c d e f');
});

test('what is outside the window is not walked', () => {
  assert.equal(namesOf(walk(named.layout, { ...whole, start: 0.6, end: 0.99 }).boxes), 'all a d');
});

test('rows above and below the pane are not reported', () => {
  assert.equal(namesOf(walk(named.layout, { ...whole, firstRow: 2, lastRow: 2 }).boxes), 'b d f');
});

test('a narrow box is reported once, with all below it', () => {
  const { boxes, narrow } = walk(named.layout, { ...whole, narrowest: 0.02 });
  assert.equal(namesOf(boxes), 'all a b c d');
  assert.equal(namesOf(narrow), 'e');
  assert.equal(framesIn(named.layout, nodeOf(named, 'e')), 2);
});

test('a point hits the box in its row', () => {
  const hit = (x: number, row: number): string => nameAt(named, hitTest(named.layout, x, row, 0));
  assert.deepEqual(
    [hit(0.3, 0), hit(0.3, 1), hit(0.3, 2), hit(0.3, 3), hit(0.7, 2)],
    ['all', 'a', 'b', 'c', 'd'],
  );
});

test('a point beside or below the boxes hits nothing, nor does one on a box too narrow to be drawn', () => {
  assert.equal(hitTest(named.layout, 0.7, 3, 0), -1);
  assert.equal(hitTest(named.layout, 0.3, 9, 0), -1);
  assert.equal(hitTest(named.layout, 0.995, 1, 0.02), -1);
  assert.equal(hitTest(named.layout, 0.995, 1, 0), nodeOf(named, 'e'));
  assert.equal(hitTest(named.layout, 0.3, -1, 0), -1);
});

test('every box that is walked is hit in its middle', () => {
  fc.assert(
    fc.property(arbitraryTree, tree => {
      const layout = flameLayout(tree, 'both');
      visitVisible(layout, whole, {
        box: (node, row, left, right) => {
          assert.equal(hitTest(layout, (left + right) / 2, row, 0), node);
        },
        narrow: () => assert.fail('nothing is too narrow'),
      });
    }),
  );
});
