import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Granularity } from '../../../src/core/names/granularity.ts';
import { dumpTree, lookAt, profileOf } from '../answers/lookAt.ts';

/** A stack of locations, each with its inlined frames, all written `function@file:line`. */
type Stack = readonly (readonly string[])[];

/** What a frame is called at a granularity. */
const called: Readonly<Record<'functions' | 'lines' | 'files', (frame: string) => string>> = {
  functions: frame => frame.split('@')[0] ?? '',
  lines: frame => frame.split('@')[0] ?? '',
  files: frame => frame.split('@')[1]?.split(':')[0] ?? '',
};

/** What tells frames apart at a granularity. */
const identified: typeof called = {
  ...called,
  functions: frame => frame.split(':')[0] ?? '',
  lines: frame => frame,
};

/** The merged tree by way of a map from paths, one stack after the other, as `dumpTree` writes it. */
function expected(
  base: readonly Stack[],
  current: readonly Stack[],
  granularity: keyof typeof called,
): string[] {
  interface Node {
    readonly name: string;
    readonly children: Map<string, Node>;
    base: number;
    current: number;
  }
  const node = (name: string): Node => ({ name, children: new Map(), base: 0, current: 0 });
  const root = node('all');
  const add = (stack: Stack, side: 'base' | 'current'): void => {
    let at = root;
    let previous = '';
    for (const frame of stack.flat()) {
      const key = identified[granularity](frame);
      if (granularity === 'files' && key === previous) continue;
      previous = key;
      const child = at.children.get(key) ?? node(called[granularity](frame));
      at.children.set(key, child);
      at = child;
    }
    at[side] += 1;
  };
  for (const stack of base) add(stack, 'base');
  for (const stack of current) add(stack, 'current');
  const dump = (of: Node, indent: string): string[] => [
    `${indent}${of.name}${of.base + of.current === 0 ? '' : ` ${of.base} → ${of.current}`}`,
    ...[...of.children.values()].flatMap(child => dump(child, `${indent}  `)),
  ];
  return dump(root, '');
}

const frame = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), fc.integer({ min: 1, max: 2 }))
  .map(([name, file, line]) => `${name}.f@${name}${file}.go:${line}`);
const stack = fc.array(fc.array(frame, { minLength: 1, maxLength: 3 }), { maxLength: 5 });
const stacks = fc.array(stack, { maxLength: 12 });

const tree = (base: readonly Stack[], current: readonly Stack[], granularity: Granularity): string[] => {
  const profile = (of: readonly Stack[]) =>
    profileOf({ samples: of.map(each => ({ stack: each.map(location => [...location]), values: [1] })) });
  return dumpTree(lookAt([profile(base), profile(current)], { granularity }));
};

for (const granularity of ['functions', 'lines', 'files'] as const) {
  test(`the tree by ${granularity} is the one that a map from paths gives`, () => {
    fc.assert(
      fc.property(stacks, stacks, (base, current) => {
        assert.deepEqual(
          tree(base, current, granularity).sort(),
          expected(base, current, granularity).sort(),
        );
      }),
    );
  });
}

test('call sites of one function meet in one node, and so does what they call', () => {
  const base: Stack[] = [[['main@m.go:1'], ['work@w.go:7', 'alloc@w.go:9']]];
  const current: Stack[] = [[['main@m.go:2', 'work@w.go:8'], ['alloc@w.go:9']], [['main@m.go:3']]];
  assert.deepEqual(tree(base, current, 'functions'), [
    'all',
    '  main 0 → 1',
    '    work',
    '      alloc 1 → 1',
  ]);
});

test('a file that calls itself is one frame, a function that calls itself is not', () => {
  const calls: Stack = [['a@x.go:1'], ['b@x.go:2'], ['c@y.go:3'], ['a@x.go:1', 'a@x.go:1']];
  assert.deepEqual(tree([], [calls], 'files'), ['all', '  x.go', '    y.go', '      x.go 0 → 1']);
  assert.deepEqual(tree([], [calls], 'functions').at(-1), '          a 0 → 1');
});
