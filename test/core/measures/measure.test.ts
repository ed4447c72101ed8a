import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Node } from '../../../src/core/ids.ts';
import { cumOf, flatOf } from '../../../src/core/measures/measure.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt, nodeNamed } from '../answers/lookAt.ts';

const base = heap('main;a;x 10', 'main;a 4', 'main;b;y 30');
const current = heap('main;a;x 15', 'main;a 1', 'main;a;new 8');

test('increase and decrease are the positive and negative flat deltas under a node', () => {
  const look = lookAt([base, current]);
  const { tree } = look.merged;
  const at = (name: string): number[] => {
    const node = nodeNamed(look, name);
    const delta = cumOf(tree, look.measure.current, node) - cumOf(tree, look.measure.base, node);
    const increase = cumOf(tree, look.measure.increase, node);
    return [flatOf(tree, look.measure.current, node), delta, increase, increase - delta];
  };
  assert.deepEqual(at('all'), [0, -20, 13, 33]);
  assert.deepEqual(at('a'), [1, 10, 13, 3]);
  assert.deepEqual(at('x'), [15, 5, 5, 0]);
  assert.deepEqual(at('y'), [0, -30, 0, 30]);
  assert.deepEqual(at('new'), [8, 8, 8, 0]);
});

test('widths count negative values by size', () => {
  const look = lookAt([heap('a;x -5', 'a;y 3'), heap('a;x 2', 'a;y -9')]);
  const { tree } = look.merged;
  const node = nodeNamed(look, 'a');
  assert.equal(cumOf(tree, look.measure.base, node), -2);
  assert.equal(cumOf(tree, look.measure.baseWidth, node), 8);
  assert.equal(cumOf(tree, look.measure.currentWidth, node), 11);
});

test('everything adds up from children to parent', () => {
  const line = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: -9, max: 99 }),
    )
    .map(([stack, value]) => `${stack.join(';')} ${value}`);
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      const look = lookAt([heap(...before), heap(...after)]);
      const { tree } = look.merged;
      for (const sums of Object.values(look.measure)) {
        for (let node = rootNode; node < tree.count; node++) {
          let total = flatOf(tree, sums, node);
          const end = tree.next[node] as Node;
          for (let child = (node + 1) as Node; child < end; child = tree.next[child] as Node)
            total += cumOf(tree, sums, child);
          assert.equal(cumOf(tree, sums, node), total);
        }
      }
    }),
    { numRuns: 50 },
  );
});
