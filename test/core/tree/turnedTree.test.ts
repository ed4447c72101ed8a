import assert from 'node:assert/strict';
import test from 'node:test';
import { detailsOf } from '../../../src/core/answers/details.ts';
import type { TreeLook } from '../../../src/core/answers/look.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import { Cancelled } from '../../../src/core/heed.ts';
import type { Node } from '../../../src/core/ids.ts';
import type { Profile } from '../../../src/core/profile.ts';
import type { Turn } from '../../../src/core/tree/turn.ts';
import { turnedTree } from '../../../src/core/tree/turnedTree.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { dumpTree, heap, lookAt, nodeNamed, profileOf } from '../answers/lookAt.ts';

const whole: Turn = { inverted: false, collapsed: false, around: null };
const look = (profiles: readonly Profile[], turn: Partial<Turn>): TreeLook =>
  new Looks(profiles).turned(inuseSpace, { ...whole, ...turn });

const base = heap('main;f;x 5', 'main;g 1', 'other;f 2');
const current = heap('main;f;x 6', 'main;g 1', 'other;f;y 30', 'f;x 1');

test('inverted, the tree begins where memory is allocated', () => {
  assert.deepEqual(dumpTree(look([base, current], { inverted: true })), [
    'all',
    '  f',
    '    other 2 → 0',
    '  g',
    '    main 1 → 1',
    '  x',
    '    f 0 → 1',
    '      main 5 → 6',
    '  y',
    '    f',
    '      other 0 → 30',
  ]);
});

test('callers and callees of a function are merged over all its stacks', () => {
  const around = { name: 'f', file: '' };
  assert.deepEqual(dumpTree(look([base, current], { around, inverted: true })), [
    'all 0 → 1',
    '  main 5 → 6',
    '  other 2 → 30',
  ]);
  assert.deepEqual(dumpTree(look([base, current], { around })), ['all 2 → 0', '  x 5 → 7', '  y 0 → 30']);
});

test('of what repeats itself a node tells how many frames it stands for, at most', () => {
  const { merged } = look([heap('a;f;f;f;x 1', 'a;f;x 2', 'a;f;f;y 4', 'b;f 8')], { collapsed: true });
  assert.equal(merged.tree.order.length, 4);
  const named = Array.from(
    merged.tree.frame,
    (frame, node) => `${merged.frames.name[frame]} ${merged.turned?.repeats[node]}`,
  );
  assert.deepEqual(named.toSorted(), ['a 1', 'all 1', 'b 1', 'f 1', 'f 3', 'x 1', 'y 1']);
});

test('details of a turned tree know the line of the frame, not of another', () => {
  const profile = profileOf({
    samples: [
      { stack: ['main@m.go:1', 'f@f.go:1', 'f@f.go:2', 'x@x.go:9'], values: [1] },
      { stack: ['main@m.go:3', 'f@f.go:4', 'x@x.go:8'], values: [2] },
    ],
  });
  const linesOf = (turn: Partial<Turn>, name: string): string[] => {
    const turned = look([profile], turn);
    const node = nodeNamed(turned, name);
    return detailsOf(turned, node).lines.map(({ file, line }) => `${file}:${line}`);
  };
  assert.deepEqual(linesOf({ inverted: true }, 'x'), ['x.go:8', 'x.go:9']);
  // Twice below others: each has its own.
  const inverted = look([profile], { inverted: true });
  const mains = Array.from(inverted.merged.tree.frame, (frame, node) => ({
    frame,
    node: node as Node,
  })).filter(({ frame }) => inverted.merged.frames.name[frame] === 'main');
  assert.deepEqual(mains.map(({ node }) => detailsOf(inverted, node).lines.map(({ line }) => line)).sort(), [
    [1],
    [3],
  ]);
  assert.deepEqual(linesOf({ collapsed: true }, 'f'), ['f.go:4', 'f.go:2']);
  const around = { name: 'f', file: 'f.go' };
  assert.deepEqual(linesOf({ around, inverted: true }, 'main'), ['m.go:3', 'm.go:1']);
  assert.deepEqual(linesOf({ around, collapsed: true }, 'x'), ['x.go:8', 'x.go:9']);
});

test('it stops when nobody waits for it any more', () => {
  const cancel = (): never => {
    throw new Cancelled();
  };
  assert.throws(() => turnedTree(lookAt([base]).merged, whole, cancel), Cancelled);
});
