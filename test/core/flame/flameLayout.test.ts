import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { childrenOf, flameLayout, widthOf } from '../../../src/core/flame/flameLayout.ts';
import { flameTree } from '../../../src/core/flame/flameTree.ts';
import { widthModes } from '../../../src/core/flame/widthMode.ts';
import { arbitraryTree } from './arbitraryTree.ts';
import { dumpLayout, layoutOf } from './dumpLayout.ts';
import { stacksFromText, treeFromStacks } from './treeFromStacks.ts';

const stacks = `
  main;serve;decode 0 → 200
  main;serve;flush 400 → 100
  main;serve 0 → 100
  main;idle 50 → 50
`;

test('change: what shrank is as wide as what grew, what stayed has no width', () => {
  assert.deepEqual(dumpLayout(layoutOf(stacks, 'change')), [
    'all 0 … 1',
    '  main 0 … 1',
    '    serve 0 … 1',
    '      flush 0 … 0.5',
    '      decode 0.5 … 0.8333333333333333',
  ]);
});

test('growth: only what grew', () => {
  assert.deepEqual(dumpLayout(layoutOf('a;b 0 → 30\na;c 20 → 0\na 0 → 10', 'growth')), [
    'all 0 … 1',
    '  a 0 … 1',
    '    b 0 … 0.75',
  ]);
});

test('current and both: the widest sibling first, whatever order the engine sent', () => {
  const text = 'a;x 90 → 10\na;y 0 → 30';
  assert.deepEqual(dumpLayout(layoutOf(text, 'current')), [
    'all 0 … 1',
    '  a 0 … 1',
    '    x 0.75 … 1',
    '    y 0 … 0.75',
  ]);
  assert.deepEqual(dumpLayout(layoutOf(text, 'both')).at(-1), '    y 0.7692307692307693 … 1');
});

test('boxes that stand for many small ones come last, however wide', () => {
  const { tree } = treeFromStacks(stacksFromText('a;few 0 → 10\na;many 0 → 90'));
  const elided = { ...tree, elidedNode: Uint32Array.of(2), elidedCount: Uint32Array.of(500) };
  const layout = flameLayout(flameTree(elided), 'change');
  assert.deepEqual(childrenOf(layout, 1), [3, 2]);
  assert.equal(layout.left[2], 0.1);
});

test('nothing changed: no box has a width', () => {
  const { layout } = layoutOf('a;b 5 → 5', 'change');
  assert.equal(layout.total, 0);
  assert.equal(widthOf(layout, 0), 0);
});

for (const mode of widthModes) {
  test(`${mode}: children stand side by side inside their parent and never overlap`, () => {
    fc.assert(
      fc.property(arbitraryTree, tree => {
        const layout = flameLayout(tree, mode);
        for (let node = 0; node < tree.count; node++) {
          const start = layout.left[node] ?? 0;
          let at = start;
          for (const child of childrenOf(layout, node)) {
            assert.ok(Math.abs((layout.left[child] ?? Number.NaN) - at) < 1e-9);
            at += widthOf(layout, child);
          }
          assert.ok(at <= start + widthOf(layout, node) + 1e-9);
        }
      }),
    );
  });

  test(`${mode}: siblings stand widest first`, () => {
    fc.assert(
      fc.property(arbitraryTree, tree => {
        const layout = flameLayout(tree, mode);
        for (let node = 0; node < tree.count; node++) {
          const widths = childrenOf(layout, node).map(child => widthOf(layout, child));
          assert.deepEqual(
            widths,
            widths.toSorted((one, other) => other - one),
          );
        }
      }),
    );
  });
}
