import assert from 'node:assert/strict';
import test from 'node:test';
import { firstZoom } from '../../../src/core/flame/firstZoom.ts';
import { layoutOf } from './dumpLayout.ts';

const runtime = Array.from({ length: 13 }, (_, i) => `r${i}`).join(';');

/** The name of the node to show first. `selected` is that of the node that is to be seen. */
function first(text: string, selected: string): string {
  const { layout, names } = layoutOf(text, 'change');
  const { frame } = layout.tree.columns;
  const nameOf = (node: number): string => names[frame[node] ?? 0] ?? '';
  return nameOf(
    firstZoom(
      layout,
      frame.findIndex((_, node) => nameOf(node) === selected),
    ),
  );
}

test('a long way in common ends where growth branches', () => {
  const text = `${runtime};main;a 0 → 50\n${runtime};main;b 0 → 40\nother 0 → 10`;
  assert.equal(first(text, 'a'), 'main');
});

test('a short way stays in sight', () => {
  assert.equal(first('r;main;a 0 → 50\nr;main;b 0 → 40', 'a'), 'all');
  const deep = Array.from({ length: 20 }, (_, i) => `d${i}`).join(';');
  assert.equal(first(`r;main;a;${deep} 0 → 50\nr;main;b 0 → 40`, 'a'), 'all');
});

test('a longer way stays in sight where all of it fits in', () => {
  const way = Array.from({ length: 10 }, (_, i) => `w${i}`).join(';');
  const below = (names: string): string => `${way};main;${names} 0 → 50\n${way};main;b 0 → 40\nother 0 → 10`;
  assert.equal(first(below('a;a2'), 'a'), 'all');
  assert.equal(first(below('a;a2;a3'), 'a'), 'main');
});

test('what branches nowhere stays as a whole', () => {
  assert.equal(first(`${runtime};main;leak 0 → 90\nother 0 → 1`, 'leak'), 'all');
});

test('a leaf that has nearly all is shown with what is beside it', () => {
  const text = `${runtime};main;leak 0 → 90\n${runtime};main;small 0 → 4`;
  assert.equal(first(text, 'leak'), 'main');
});

test('what is selected is not zoomed out of sight', () => {
  const text = `${runtime};main;a 0 → 50\n${runtime};main;b 0 → 40\nother 0 → 10`;
  assert.equal(first(text, 'other'), 'all');
});

test('where less than 70 % go one way, and where nothing grew, the whole is shown', () => {
  assert.equal(first(`${runtime};a;x 0 → 50\n${runtime};a;y 0 → 10\nz 0 → 40`, 'x'), 'all');
  assert.equal(first(`${runtime};a;x 5 → 0\n${runtime};a;y 5 → 1`, 'x'), 'all');
});
