import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { drawnTree } from '../../../src/core/answers/drawnTree.ts';
import { evidenceIn, type Look } from '../../../src/core/answers/look.ts';
import type { Frame, Node } from '../../../src/core/ids.ts';
import { subtreeRange } from '../../../src/core/measures/ranges.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import { heap, lookAt, nodeNamed, profileOf, samplesOf } from './lookAt.ts';

/** The drawn nodes as text, indented by depth, with their own values. */
function draw({ merged: { tree, frames }, measure }: Look, root = rootNode): string[] {
  const { columns, frames: listed, nodes } = drawnTree(tree, measure, frames, root);
  assert.equal(columns.frame[0], 0);
  return [...nodes.keys()].map(node => {
    const frame = listed[columns.frame[node] ?? 0] as Frame;
    const at = columns.selfNode.indexOf(node);
    const elided = columns.elidedNode.indexOf(node);
    const count = elided < 0 ? '' : ` ×${columns.elidedCount[elided]}`;
    const self =
      at < 0 ? '' : ` ${columns.selfBase[at]} → ${columns.selfCurrent[at]} (+${columns.selfIncrease[at]})`;
    return `${'  '.repeat(columns.depth[node] ?? 0)}${frames.name[frame]}${count}${self}`;
  });
}

test('children stand by the larger of their sides, then by name; nothing is drawn for zeros', () => {
  const look = lookAt([
    heap('m;small 2', 'm;gone 50', 'm;b 3', 'm;zero 0'),
    heap('m;small 5', 'm;a 3', 'm;new 99'),
  ]);
  assert.deepEqual(draw(look), [
    'all',
    '  m',
    '    new 0 → 99 (+99)',
    '    gone 50 → 0 (+0)',
    '    small 2 → 5 (+3)',
    '    a 0 → 3 (+3)',
    '    b 3 → 0 (+0)',
  ]);
});

test('what is too narrow in every width mode stands in one node for each parent', () => {
  const look = lookAt([
    heap('m;wide 1000000', 'm;x;deep 1', 'm;y 2'),
    heap('m;wide 2000000', 'm;x;deep 4', 'm;y 1'),
  ]);
  assert.deepEqual(draw(look), [
    'all',
    '  m',
    '    wide 1000000 → 2000000 (+1000000)',
    '    (smaller) ×2 3 → 5 (+3)',
  ]);
});

test('what is narrow among values but wide among changes is drawn', () => {
  const look = lookAt([heap('m;wide 1000000', 'm;x 1'), heap('m;wide 1000000', 'm;x 4')]);
  assert.deepEqual(draw(look).slice(2), ['    wide 1000000 → 1000000 (+0)', '    x 1 → 4 (+3)']);
});

test('a node shown alone stands under the way to it, and the rest of its ancestors is elided', () => {
  const look = lookAt([heap('a;b;x 1', 'a;c 10', 'd 100', 'a 7'), heap('a;b;x 5', 'a;b;y 1', 'd 200')]);
  assert.deepEqual(draw(look, nodeNamed(look, 'b')), [
    'all',
    '  a 7 → 0 (+0)',
    '    b',
    '      x 1 → 5 (+4)',
    '      y 0 → 1 (+1)',
    '    (smaller) ×1 10 → 0 (+0)',
    '  (smaller) ×1 100 → 200 (+100)',
  ]);
});

test('zooming in shows what was too narrow before', () => {
  const look = lookAt([heap('a;b 1000000', 'c;x 7'), heap('a;b 1000000', 'c;x 7', 'c;y 3')]);
  const c = nodeNamed(look, 'c');
  assert.ok(draw(look, c).includes('    y 0 → 3 (+3)'));
  assert.ok(draw(look, c).includes('    x 7 → 7 (+0)'));
});

test('sums stay, however many nodes are left out, and every buffer is its array’s own', () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `m;f${i} ${(i % 97) + 1}`);
  const look = lookAt([heap(...many.slice(0, 50_000)), heap(...many.slice(10_000))]);
  const { tree, frames } = look.merged;
  const { columns, nodes } = drawnTree(tree, look.measure, frames, rootNode);
  assert.ok(nodes.length <= 50_001);
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  assert.equal(sum(columns.selfBase), look.measure.base.at(-1));
  assert.equal(sum(columns.selfCurrent), look.measure.current.at(-1));
  assert.equal(sum(columns.selfIncrease), look.measure.increase.at(-1));
  for (const column of Object.values(columns)) assert.equal(column.byteLength, column.buffer.byteLength);
});

test('what is negative on both sides is drawn, and what cancels out keeps its increase', () => {
  const look = lookAt([heap('m;freed -7', 'm;live 1000000'), heap('m;freed -7', 'm;live 1000000')]);
  assert.deepEqual(draw(look).slice(2), ['    live 1000000 → 1000000 (+0)', '    (smaller) ×1 -7 → -7 (+0)']);
  const moved = lookAt([heap('a 1000000', 'm;x 3', 'm;y -3'), heap('a 2000000', 'm;x -3', 'm;y 3')]);
  assert.deepEqual(draw(moved).slice(2), ['  (smaller) ×1 0 → 0 (+6)']);
});

test('a stack too deep to draw is drawn as deep as it can be, and can be walked to its end', () => {
  const deep = Array.from({ length: 60_000 }, (_, i) => `f${i}`).join(';');
  const look = lookAt([heap(`${deep} 100`), heap(`${deep} 200`)]);
  const { tree, frames } = look.merged;
  let root = rootNode;
  for (let step = 0; step < 9; step++) {
    const { columns, nodes } = drawnTree(tree, look.measure, frames, root);
    assert.ok(nodes.length > 40_000 && nodes.length <= 50_001, `${nodes.length} nodes`);
    assert.deepEqual([...columns.selfBase, ...columns.selfCurrent], [100, 200]);
    root = nodes[nodes.length - 2] as Node;
  }
  assert.ok(root > 49_000);
});

test('drawn sums are the tree’s for any stacks, any signs and any root', () => {
  const line = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }),
      fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -1e6, max: 1e6 })),
    )
    .map(([stack, value]) => `${stack.join(';')} ${value}`);
  fc.assert(
    fc.property(
      fc.array(line),
      fc.array(line),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (before, after, at) => {
        const look = lookAt([heap(...before), heap(...after)]);
        const { tree, frames } = look.merged;
        const { columns } = drawnTree(tree, look.measure, frames, Math.floor(at * tree.count) as Node);
        const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
        assert.deepEqual(
          [sum(columns.selfBase), sum(columns.selfCurrent), sum(columns.selfIncrease)],
          [look.measure.base, look.measure.current, look.measure.increase].map(sums => sums.at(-1)),
        );
        assert.deepEqual(
          [...columns.selfNode],
          [...columns.selfNode].sort((a, b) => a - b),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test('the noise of a delta is that of the tree, shared out and put together', () => {
  const period = { periodType: { type: 'space', unit: 'bytes' }, period: 512 * 1024 };
  const stacks = ['m;wide 900000000', 'm;x;deep 3', 'm;y 2'];
  const look = lookAt([
    profileOf({ samples: samplesOf('m;wide 1', 'm;x;deep 1'), ...period }),
    profileOf({ samples: samplesOf(...stacks), ...period }),
  ]);
  const { tree, frames } = look.merged;
  const { columns } = drawnTree(tree, look.measure, frames, rootNode, look.noise());
  const { standardError = Number.NaN } = evidenceIn(look, subtreeRange(tree, rootNode)) ?? {};
  assert.ok(standardError > 0);
  const whole = Math.sqrt(columns.selfVariance.reduce((sum, each) => sum + each, 0));
  assert.ok(Math.abs(whole / standardError - 1) < 1e-6, `${whole}, ${standardError}`);
  // What stands for two has the noise of both.
  assert.deepEqual([...columns.elidedCount], [2]);
  assert.ok((columns.selfVariance.at(-1) ?? 0) > 0);
  const unknown = drawnTree(tree, look.measure, frames, rootNode);
  assert.ok(unknown.columns.selfVariance.every(each => each === 0));
});
