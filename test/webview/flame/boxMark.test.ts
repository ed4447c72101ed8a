import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flameTree } from '../../../src/core/flame/flameTree.ts';
import type { WidthMode } from '../../../src/core/flame/widthMode.ts';
import { boxMark } from '../../../webview/flame/boxMark.ts';
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
