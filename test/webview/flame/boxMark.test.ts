import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flameLayout } from '../../../src/core/flame/flameLayout.ts';
import { flameTree } from '../../../src/core/flame/flameTree.ts';
import type { WidthMode } from '../../../src/core/flame/widthMode.ts';
import { boxMark, markOf } from '../../../webview/flame/boxMark.ts';
import { treeFromStacks } from '../../core/flame/treeFromStacks.ts';

function mark(base: number, current: number, alone = false, mode: WidthMode = 'change'): string {
  const tree = flameTree(treeFromStacks([{ frames: ['a'], base, current }]).tree);
  const { sign, full } = boxMark(tree, 1, 'bytes', alone, mode);
  return `${sign} | ${full}`;
}

test('direction and words, never colour alone', () => {
  assert.equal(mark(100, 300), '▲ | ▲ +200 B');
  assert.equal(mark(300, 100), '▼ | ▼ −200 B');
  assert.equal(mark(0, 300), '▲ | ▲ +300 B new');
  assert.equal(mark(300, 0), '▼ | ▼ −300 B gone');
  assert.equal(mark(300, 300), ' | = 300 B');
});

test('as wide as one side: what it holds there', () => {
  assert.equal(mark(100, 300, false, 'base'), '▲ | 100 B ▲');
  assert.equal(mark(300, 100, false, 'current'), '▼ | 100 B ▼');
  assert.equal(mark(300, 300, false, 'base'), ' | = 300 B');
});

test('one profile alone: the size', () => {
  assert.equal(mark(0, 300, true), ' | 300 B');
});

test('what is written picture after picture is made once, for each width and each tree', () => {
  const layouts = [100, 200].flatMap(base => {
    const tree = flameTree(treeFromStacks([{ frames: ['a'], base, current: 300 }]).tree);
    return [flameLayout(tree, 'change'), flameLayout(tree, 'base')];
  });
  const marks = layouts.map(layout => markOf(layout, 1, 'bytes', false));
  assert.deepEqual(
    marks.map(({ full }) => full),
    ['▲ +200 B', '100 B ▲', '▲ +100 B', '200 B ▲'],
  );
  assert.deepEqual(
    layouts.map(layout => markOf(layout, 1, 'bytes', false)).map((mark, i) => mark === marks[i]),
    [true, true, true, true],
  );
  assert.notEqual(layouts[0] && markOf(layouts[0], 0, 'bytes', false), marks[0]);
});
