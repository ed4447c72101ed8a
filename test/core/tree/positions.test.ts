import assert from 'node:assert/strict';
import test from 'node:test';
import type { Frame, Node } from '../../../src/core/ids.ts';
import { Positions } from '../../../src/core/tree/positions.ts';

const at = (positions: Positions, position: number): string =>
  `${positions.nodeAt(position)}:${positions.lineAt(position)}`;

/** What is taken, until nothing waits. */
function taken(positions: Positions, below: (frame: Frame) => void = () => {}): readonly string[] {
  const groups: string[] = [];
  while (positions.take()) {
    const { from, to, depth, frame } = positions;
    const all = Array.from({ length: to - from }, (_, i) => at(positions, from + i)).sort();
    groups.push(`${depth} ${frame} ${all.join(' ')}`);
    below(frame);
  }
  return groups;
}

test('positions of one frame are a group, whatever stands between them', () => {
  const positions = new Positions(9, 9);
  for (const [node, line, frame] of [
    [1, 10, 7],
    [2, 20, 5],
    [3, 30, 7],
  ] as const) {
    positions.add(node as Node, line, frame as Frame);
  }
  assert.equal(positions.count, 3);
  positions.wait(0, 1);
  assert.deepEqual([...taken(positions)].sort(), ['1 5 2:20', '1 7 1:10 3:30']);
});

test('what is below a group is taken before its siblings', () => {
  const positions = new Positions(9, 9);
  positions.add(1 as Node, 10, 2 as Frame);
  positions.add(2 as Node, 20, 3 as Frame);
  positions.wait(0, 1);
  const groups = taken(positions, frame => {
    if (frame > 3) return;
    const below = positions.count;
    positions.add((frame * 10) as Node, frame, (frame + 4) as Frame);
    positions.wait(below, positions.depth + 1);
  });
  assert.deepEqual(groups, ['1 2 1:10', '2 6 20:2', '1 3 2:20', '2 7 30:3']);
});

test('where nothing waits nothing is taken', () => {
  const positions = new Positions(1, 1);
  positions.wait(0, 1);
  assert.equal(positions.take(), false);
  positions.release();
});
