import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { deepestBelow, flameTree, flatOf, trendOf } from '../../../src/core/flame/flameTree.ts';
import { arbitraryStacks } from './arbitraryTree.ts';
import { stacksFromText, treeFromStacks } from './treeFromStacks.ts';

const tree = flameTree(
  treeFromStacks(stacksFromText('main;grow 0 → 30\nmain;shrink 50 → 40\nmain;stay 5 → 5\nother 0 → 7')).tree,
);

test('cum values, increase and decrease are sums over the subtree', () => {
  assert.deepEqual([...tree.base], [55, 55, 50, 0, 5, 0]);
  assert.deepEqual([...tree.current], [82, 75, 40, 30, 5, 7]);
  assert.deepEqual([...tree.increase], [37, 30, 0, 30, 0, 7]);
  assert.deepEqual([...tree.decrease], [10, 10, 10, 0, 0, 0]);
});

test('parents and subtree ends', () => {
  assert.deepEqual([...tree.parent], [-1, 0, 1, 1, 1, 0]);
  assert.deepEqual([...tree.end], [6, 5, 3, 4, 5, 6]);
  assert.equal(tree.deepest, 2);
});

test('own values are found by node', () => {
  assert.deepEqual(flatOf(tree, 2), { base: 50, current: 40 });
  assert.deepEqual(flatOf(tree, 1), { base: 0, current: 0 });
  assert.deepEqual(flatOf(tree, 5), { base: 0, current: 7 });
});

test('new and gone speak of a side with nothing on it', () => {
  assert.deepEqual(
    [trendOf(0, 1), trendOf(1, 0), trendOf(1, 2), trendOf(2, 1), trendOf(2, 2), trendOf(0, 0)],
    ['new', 'gone', 'grew', 'shrank', 'unchanged', 'unchanged'],
  );
});

test('frames before a node count what elided nodes stand for', () => {
  const { tree: columns } = treeFromStacks(stacksFromText('a;b 0 → 1\nc 0 → 1'));
  const counted = flameTree({ ...columns, elidedNode: Uint32Array.of(2), elidedCount: Uint32Array.of(9) });
  assert.deepEqual([...counted.framesBefore], [0, 1, 2, 11, 12]);
});

test('increase − decrease is the delta, everywhere', () => {
  fc.assert(
    fc.property(arbitraryStacks, stacks => {
      const any = flameTree(treeFromStacks(stacks).tree);
      for (let node = 0; node < any.count; node++) {
        const delta = (any.current[node] ?? 0) - (any.base[node] ?? 0);
        assert.equal((any.increase[node] ?? 0) - (any.decrease[node] ?? 0), delta);
        assert.ok((any.decrease[node] ?? -1) >= 0);
      }
    }),
  );
});

test('the deepest level below a node is of its own subtree', () => {
  const uneven = flameTree(treeFromStacks(stacksFromText('a;b;c;d 0 → 1\ne;f 0 → 2')).tree);
  const levels = Array.from({ length: uneven.count }, (_, node) => deepestBelow(uneven, node));
  assert.deepEqual([levels[0], Math.max(...levels), Math.min(...levels)], [4, 4, 2]);
  assert.equal(levels.filter(level => level === 2).length, 2);
});
