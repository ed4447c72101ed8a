import assert from 'node:assert/strict';
import test from 'node:test';
import { type FlameTree, flameTree } from '../../../src/core/flame/flameTree.ts';
import { isWithinNoise, noiseBound, scaleEnd, strengthOf } from '../../../src/core/flame/strength.ts';
import { stacksFromText, treeFromStacks } from './treeFromStacks.ts';

/** `deviation[node]` is the standard error of a leaf's delta. */
function treeOf(text: string, deviation: Readonly<Record<number, number>> = {}): FlameTree {
  const { tree } = treeFromStacks(stacksFromText(text));
  const selfVariance = Float32Array.from(tree.selfNode, node => (deviation[node] ?? 0) ** 2);
  return flameTree({ ...tree, selfVariance });
}

const text = 'm;grew 0 → 400\nm;shrank 300 → 200\nm;stayed 5 → 5\nm;little 0 → 4';
const [m, grew, shrank, stayed, little] = [1, 2, 3, 4, 5] as const;

test('the scale ends at the largest change, and its root is the strength', () => {
  const tree = treeOf(text);
  assert.equal(scaleEnd(tree, 0), 400);
  assert.deepEqual(
    [grew, shrank, stayed, little].map(node => strengthOf(tree, node, 400)),
    [1, -0.5, 0, 0.1],
  );
});

test('below a node the scale is that node’s; what is above it has no more than the full colour', () => {
  const tree = treeOf(text);
  assert.equal(scaleEnd(tree, shrank), 100);
  assert.equal(strengthOf(tree, grew, 100), 1);
});

test('up to two standard errors, either way, there is no colour and no end of a scale', () => {
  const tree = treeOf(text, { [shrank]: 50, [little]: 1.9 });
  assert.deepEqual(
    [grew, shrank, little].map(node => isWithinNoise(tree, node)),
    [false, true, false],
  );
  assert.equal(strengthOf(tree, shrank, 400), 0);
  assert.equal(scaleEnd(tree, shrank), 0);
  assert.equal(noiseBound(tree, shrank), 100);
});

test('noise adds up as variances do', () => {
  const tree = treeOf(text, { [grew]: 30, [shrank]: 40 });
  assert.equal(noiseBound(tree, m), 100);
  assert.equal(isWithinNoise(tree, m), false);
});

test('where nothing changed beyond noise no box stands out', () => {
  const { tree: columns } = treeFromStacks(stacksFromText(text));
  const quiet = flameTree(columns, true);
  assert.equal(scaleEnd(quiet, 0), 0);
  assert.ok([m, grew, shrank, little].every(node => isWithinNoise(quiet, node)));
  assert.equal(isWithinNoise(quiet, stayed), false);
});

test('what did not change is no noise, and where nothing is known of it every change is one', () => {
  assert.equal(isWithinNoise(treeOf(text, { [stayed]: 9 }), stayed), false);
  assert.equal(isWithinNoise(treeOf(text), little), false);
});
