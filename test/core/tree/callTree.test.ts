import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { DistinctLocation, Entry, IdColumn, Stack } from '../../../src/core/ids.ts';
import { StackSet } from '../../../src/core/stacks/stackSet.ts';
import { dropped, type Stacks } from '../../../src/core/stacks/stacks.ts';
import { buildCallTree, type CallTree } from '../../../src/core/tree/callTree.ts';

const FRAMES = 9;

function stacksOf(stacks: readonly (readonly number[] | null)[]): Stacks {
  const room = new Uint16Array(stacks.flat().length) as IdColumn<DistinctLocation, Uint16Array>;
  const distinct = new StackSet(room, stacks.length);
  const ofEntry = Uint32Array.from(stacks, frames => {
    if (frames === null) return dropped;
    distinct.locations.set(frames, distinct.end);
    return distinct.add(frames.length);
  }) as IdColumn<Stack>;
  return { distinct, ofEntry };
}

/** Every node's path from the root, with the entries that end there; read from the tree's columns. */
function nodesOf(tree: CallTree<DistinctLocation, Entry>): Map<string, number[]> {
  const nodes = new Map<string, number[]>();
  const walk = (node: number, above: string): void => {
    const path = node === 0 ? '' : `${above}/${tree.frame[node]}`;
    assert.ok(!nodes.has(path), `${path} stands twice`);
    nodes.set(
      path,
      [...tree.order.subarray(tree.start[node], tree.start[node + 1])].sort((a, b) => a - b),
    );
    const end = tree.next[node] as number;
    let child = node + 1;
    for (; child < end; child = tree.next[child] as number) walk(child, path);
    assert.equal(child, end, 'children end where their parent does');
  };
  walk(0, '');
  assert.equal(nodes.size, tree.count);
  return nodes;
}

/** The same by a map from paths, one stack after the other. */
function expected(stacks: readonly (readonly number[] | null)[]): Map<string, number[]> {
  const nodes = new Map<string, number[]>([['', []]]);
  stacks.forEach((frames, entry) => {
    if (frames === null) return;
    let path = '';
    for (const frame of frames) {
      path += `/${frame}`;
      if (!nodes.has(path)) nodes.set(path, []);
    }
    nodes.get(path)?.push(entry);
  });
  return nodes;
}

function check(stacks: readonly (readonly number[] | null)[]): void {
  const tree = buildCallTree(stacksOf(stacks), FRAMES);
  assert.equal(tree.frame[0], 0);
  assert.equal(tree.next[0], tree.count);
  const sorted = (nodes: Map<string, number[]>): unknown => [...nodes].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(sorted(nodesOf(tree)), sorted(expected(stacks)));
}

const frame = fc.integer({ min: 1, max: FRAMES - 1 });

test('the tree is the one that a map from paths gives', () => {
  const stack = fc.option(fc.array(frame, { maxLength: 6 }), { freq: 10 });
  fc.assert(fc.property(fc.array(stack, { maxLength: 12 }), check));
});

test('ranges too large for insertion are sorted the same', () => {
  const stack = fc.array(frame, { maxLength: 3 });
  fc.assert(fc.property(fc.array(stack, { minLength: 100, maxLength: 400 }), check), { numRuns: 30 });
});

test('long stacks that share all but their end', () => {
  const trunk = Array.from({ length: 500 }, (_, i) => (i % 7) + 1);
  check([trunk, [...trunk, 1], [...trunk, 2], trunk, trunk.slice(0, 499), [...trunk, 1, 1]]);
});

test('no stacks make a root alone', () => {
  check([]);
  check([null, []]);
});

test('stacks deeper than the call stack of the program that merges them', () => {
  const deep = Array.from({ length: 60_000 }, (_, i) => (i % 8) + 1);
  const tree = buildCallTree(stacksOf([deep, [...deep, 1], deep.slice(0, -1)]), FRAMES);
  assert.equal(tree.count, 60_002);
});
