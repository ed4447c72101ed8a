import fc from 'fast-check';
import { type FlameTree, flameTree } from '../../../src/core/flame/flameTree.ts';
import { type Stack, treeFromStacks } from './treeFromStacks.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const value = fc.integer({ min: 0, max: 1000 });

/** Stacks with some of everything: recursion, gone, new, unchanged. */
export const arbitraryStacks: fc.Arbitrary<readonly Stack[]> = fc.array(
  fc.record({ frames: fc.array(name, { minLength: 1, maxLength: 6 }), base: value, current: value }),
  { minLength: 1, maxLength: 30 },
);

/** The tree of such stacks. */
export const arbitraryTree: fc.Arbitrary<FlameTree> = arbitraryStacks.map(stacks =>
  flameTree(treeFromStacks(stacks).tree),
);
