import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Look } from '../../../src/core/answers/look.ts';
import type { Node } from '../../../src/core/ids.ts';
import { drawLimit } from '../../../src/core/measures/drawLimit.ts';
import { cumOf, type Measure } from '../../../src/core/measures/measure.ts';
import { type CallTree, rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt } from '../answers/lookAt.ts';

const narrowest = 1 / 32768;
const widest = narrowest * 4 ** 5;

interface Widths {
  readonly change: number;
  readonly growth: number;
  readonly both: number;
  readonly current: number;
}

/** A subtree's width in each width mode. */
function widthsOf(tree: CallTree, measure: Measure, node: Node): Widths {
  const current = cumOf(tree, measure.currentWidth, node);
  const growth = cumOf(tree, measure.increase, node);
  const delta = cumOf(tree, measure.current, node) - cumOf(tree, measure.base, node);
  return {
    change: 2 * growth - delta,
    growth,
    both: cumOf(tree, measure.baseWidth, node) + current,
    current,
  };
}

/** How many nodes are wider than this part of the whole in some width mode, and how many of those have a child that is not. */
function drawn({ merged: { tree }, measure }: Look, limit: number): number {
  const whole = widthsOf(tree, measure, rootNode);
  const isWide = ({ change, growth, both, current }: Widths): boolean =>
    change > whole.change * limit ||
    growth > whole.growth * limit ||
    both > whole.both * limit ||
    current > whole.current * limit;
  let nodes = 0;
  for (let node = rootNode; node < tree.count; node++) {
    if (!isWide(widthsOf(tree, measure, node))) continue;
    nodes += 1;
    let leavesOut = false;
    for (
      let child = (node + 1) as Node;
      child < (tree.next[node] as Node);
      child = tree.next[child] as Node
    ) {
      const widths = widthsOf(tree, measure, child);
      if (widths.both !== 0 && !isWide(widths)) leavesOut = true;
    }
    if (leavesOut) nodes += 1;
  }
  return nodes;
}

test('all that can be seen is drawn where there is room for it', () => {
  const { merged, measure } = lookAt([heap('m;a 10', 'm;b 1'), heap('m;a 10', 'm;b 2')]);
  assert.deepEqual(drawLimit(merged.tree, measure, rootNode, 4), { share: narrowest, levels: Infinity });
});

test('the limit is the first of its steps that leaves no more nodes than there is room for', () => {
  const stack = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 });
  const sample = fc
    .tuple(stack, fc.integer({ min: 0, max: 16 }))
    .map(([frames, power]) => `${frames.join(';')} ${2 ** power}`);
  const samples = fc.array(sample, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(samples, samples, fc.integer({ min: 1, max: 20 }), (base, current, most) => {
      const look = lookAt([heap(...base), heap(...current)]);
      let expected = narrowest;
      while (drawn(look, expected) > most && expected < widest) expected *= 4;
      assert.equal(drawLimit(look.merged.tree, look.measure, rootNode, most).share, expected);
    }),
  );
});

test('of stacks that stay wide however deep they are, the outermost levels', () => {
  const deep = (name: string): string => `m;${Array.from({ length: 30 }, () => name).join(';')} 10`;
  const { merged, measure } = lookAt([
    heap(deep('a'), deep('b'), 'm;c 1'),
    heap(deep('a'), deep('b'), 'm;c 1'),
  ]);
  const levels = (most: number): number => drawLimit(merged.tree, measure, rootNode, most).levels;
  assert.equal(levels(63), Infinity);
  // The root, m, then a, b and c, then pairs of a and b.
  assert.equal(levels(5), 2);
  assert.equal(levels(6), 2);
  assert.equal(levels(7), 3);
  assert.equal(levels(1), 0);
  assert.equal(drawLimit(merged.tree, measure, 2 as Node, 10).levels, 9);
});
