import assert from 'node:assert/strict';
import test from 'node:test';
import { flameLayout } from '../../../src/core/flame/flameLayout.ts';
import { flameTree } from '../../../src/core/flame/flameTree.ts';
import {
  between,
  findPath,
  hasElided,
  panned,
  pathTo,
  scaled,
  scaleOfWheel,
  sidewaysOfWheel,
  windowOf,
  zoomHolding,
} from '../../../src/core/flame/zoom.ts';
import { layoutOf, nameAt, nodeOf } from './dumpLayout.ts';
import { stacksFromText, treeFromStacks } from './treeFromStacks.ts';

const named = layoutOf('a;b;c 0 → 50\na;d 0 → 30\ne 0 → 20', 'change');
const { layout } = named;
const node = (name: string): number => nodeOf(named, name);

test('the window of a box is where the box is', () => {
  assert.deepEqual(windowOf(layout, node('d')), { start: 0.5, end: 0.8 });
});

test('a window moves by shares of itself and stops at the ends', () => {
  assert.deepEqual(panned({ start: 0.5, end: 0.75 }, -1), { start: 0.25, end: 0.5 });
  assert.deepEqual(panned({ start: 0.5, end: 0.75 }, 9), { start: 0.75, end: 1 });
  assert.deepEqual(panned({ start: 0.5, end: 0.75 }, -9), { start: 0, end: 0.25 });
});

test('scaling keeps the point under the pointer', () => {
  assert.deepEqual(scaled({ start: 0, end: 1 }, 0.5, 0.25), { start: 0.125, end: 0.625 });
  assert.deepEqual(scaled({ start: 0.125, end: 0.625 }, 100, 0.5), { start: 0, end: 1 });
  const deepest = scaled({ start: 0.5, end: 0.5 + 1e-10 }, 1e-9, 0.5);
  assert.ok(deepest.end > deepest.start);
});

test('between two windows', () => {
  assert.deepEqual(between({ start: 0, end: 1 }, { start: 0.5, end: 0.75 }, 0.5), {
    start: 0.25,
    end: 0.875,
  });
});

test('a path of keys leads back to its node', () => {
  const key = (each: number): string => nameAt(named, each);
  const path = pathTo(layout.tree, node('c')).map(key);
  assert.deepEqual(path, ['a', 'b', 'c']);
  assert.equal(findPath(layout, path, key), node('c'));
  assert.equal(findPath(layout, [], key), 0);
});

test('a path that has gone ends at the deepest node that is still there', () => {
  const key = (each: number): string => nameAt(named, each);
  assert.equal(findPath(layout, ['a', 'b', 'gone', 'c'], key), node('b'));
  assert.equal(findPath(layout, ['gone'], key), 0);
});

test('a selected node stays in sight', () => {
  const { tree } = layout;
  assert.equal(zoomHolding(tree, node('b'), node('c')), node('b'));
  assert.equal(zoomHolding(tree, node('b'), node('a')), node('b'));
  assert.equal(zoomHolding(tree, node('b'), node('d')), node('a'));
  assert.equal(zoomHolding(tree, node('b'), node('e')), 0);
});

test('only a subtree that holds an elided node asks for more', () => {
  const { tree: columns } = treeFromStacks(stacksFromText('a;b 0 → 9\nc;d 0 → 1'));
  const elided = { ...columns, elidedNode: Uint32Array.of(4), elidedCount: Uint32Array.of(7) };
  const { tree } = flameLayout(flameTree(elided), 'change');
  assert.deepEqual(
    [0, 1, 2, 3, 4].map(each => hasElided(tree, each)),
    [true, false, false, true, false],
  );
});

test('a wheel scales with Ctrl or Cmd, moves sideways with Shift, and leaves up and down to what scrolls', () => {
  const still = { ctrlKey: false, metaKey: false, shiftKey: false, deltaX: 0, deltaY: 0 };
  assert.equal(scaleOfWheel({ ...still, deltaY: 100 }), null);
  for (const key of ['ctrlKey', 'metaKey']) {
    assert.ok(Math.abs((scaleOfWheel({ ...still, [key]: true, deltaY: 100 }) ?? 0) - 1.2214) < 1e-4);
  }
  assert.equal(sidewaysOfWheel({ ...still, deltaY: 100, deltaX: 3 }), 0);
  assert.equal(sidewaysOfWheel({ ...still, deltaY: 3, deltaX: -100 }), -100);
  assert.equal(sidewaysOfWheel({ ...still, shiftKey: true, deltaY: 100 }), 100);
});
