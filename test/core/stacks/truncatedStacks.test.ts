import assert from 'node:assert/strict';
import test from 'node:test';
import type { Profile } from '../../../src/core/profile.ts';
import { truncatedSamples } from '../../../src/core/stacks/truncatedStacks.ts';
import { heap, profileOf, samplesOf } from '../answers/lookAt.ts';

const stack = (root: string, depth: number): string =>
  `${[root, ...Array.from({ length: depth - 1 }, (_, i) => `f${i}`)].join(';')} 1`;
const cut = (...profiles: Profile[]): string[] =>
  truncatedSamples(profiles).map(samples => samples?.join('') ?? 'none');

test('several stacks of just 32 locations and none deeper were cut, unless they begin where others do', () => {
  assert.deepEqual(cut(heap('main;a 1', stack('x', 32), stack('y', 32), stack('main', 32))), ['0110']);
  assert.deepEqual(cut(heap('main;a 1', stack('main', 32), stack('main', 32), stack('main', 32))), ['none']);
});

test('one or two such stacks say nothing, nor do any beside a deeper one', () => {
  assert.deepEqual(cut(heap('main;a 1', stack('x', 32), stack('y', 32))), ['none']);
  assert.deepEqual(cut(heap(stack('x', 32), stack('y', 32), stack('z', 32), stack('main', 33))), ['none']);
});

test('two profiles are judged together: what begins in one does, and few in one are many in both', () => {
  const base = heap('main;a 1', stack('x', 32), stack('x', 32));
  const current = heap('serve;a 1', stack('x', 32), stack('main', 32));
  assert.deepEqual(cut(base, current), ['011', '010']);
  const deeper = heap(stack('main', 40), stack('x', 32));
  assert.deepEqual(cut(heap('main;a 1', stack('x', 32), stack('y', 32), stack('z', 32)), deeper), [
    '0111',
    'none',
  ]);
});

test('only heaps are looked at', () => {
  const samples = samplesOf(stack('x', 32), stack('y', 32), stack('z', 32));
  assert.deepEqual(cut(profileOf({ sampleTypes: ['cpu/ns'], samples })), ['none']);
});
