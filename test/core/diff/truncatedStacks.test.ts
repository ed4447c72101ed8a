import assert from 'node:assert/strict';
import test from 'node:test';
import { isTruncated, truncatedSamples } from '../../../src/core/diff/truncatedStacks.ts';
import { heap, profileOf, samplesOf } from './lookAt.ts';

const stack = (root: string, depth: number): string =>
  `${[root, ...Array.from({ length: depth - 1 }, (_, i) => `f${i}`)].join(';')} 1`;

test('several stacks of just 32 locations and none deeper were cut', () => {
  const few = heap('main;a 1', stack('x', 32), stack('y', 32));
  const several = heap('main;a 1', stack('x', 32), stack('y', 32), stack('main', 32));
  const deeper = heap('main;a 1', stack('x', 32), stack('y', 32), stack('z', 32), stack('main', 33));
  assert.deepEqual([few, several, deeper].map(isTruncated), [false, true, false]);
  assert.deepEqual([...(truncatedSamples(several) ?? [])], [0, 1, 1, 0]);
  assert.equal(truncatedSamples(deeper), undefined);
});

test('only heaps are looked at', () => {
  const samples = samplesOf(stack('x', 32), stack('y', 32), stack('z', 32));
  assert.equal(isTruncated(profileOf({ sampleTypes: ['cpu/ns'], samples })), false);
});
