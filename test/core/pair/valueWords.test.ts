import assert from 'node:assert/strict';
import test from 'node:test';
import type { ValueKind } from '../../../src/core/pair/valueKind.ts';
import { withNoun, wordsOf } from '../../../src/core/pair/valueWords.ts';

const kinds: readonly ValueKind[] = [
  'memory',
  'time',
  'waiting',
  'goroutines',
  'leakedGoroutines',
  'threads',
  'exceptions',
  'other',
];

test('only memory is allocated', () => {
  for (const kind of kinds) {
    assert.equal(/allocat/.test(Object.values(wordsOf(kind)).join()), kind === 'memory', kind);
  }
});

test('what is said with a place and what is said of the line itself agree', () => {
  for (const { here, heldIn, growthIn, largestIn } of kinds.map(wordsOf)) {
    const ending = `${here.replace(/here$/, 'in')} {1}.`;
    for (const message of [heldIn, growthIn, largestIn]) assert.ok(message.endsWith(ending), message);
  }
});

test('a change has a noun where no unit says it, and of one it is said that it is one', () => {
  const counted = (delta: number): string[] => kinds.map(kind => withNoun(delta, 'count', kind));
  assert.deepEqual(counted(3), [
    '+3',
    '+3',
    '+3',
    '+3 goroutines',
    '+3 leaked goroutines',
    '+3 threads',
    '+3',
    '+3',
  ]);
  assert.deepEqual(counted(1).slice(3, 6), ['+1 goroutine', '+1 leaked goroutine', '+1 thread']);
  assert.deepEqual(counted(-1).slice(3, 6), ['−1 goroutine', '−1 leaked goroutine', '−1 thread']);
  assert.equal(withNoun(1024, 'bytes', 'memory'), '+1.0 KiB');
});
