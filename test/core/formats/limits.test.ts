import assert from 'node:assert/strict';
import { constants } from 'node:buffer';
import test from 'node:test';
import {
  bounds,
  defaultLimits,
  type Limits,
  largestLimits,
  limitNames,
  MiB,
  overLimit,
  validLimits,
} from '../../../src/core/formats/limits.ts';

test('what is within the limits fits into what it is kept in', () => {
  assert.ok(bounds.stackFrames < 2 ** 16, 'depths have 16 bits');
  for (const name of ['inflatedMiB', 'textMiB', 'jsonMiB'] as const) {
    assert.ok(largestLimits[name] * MiB < 2 ** 31, 'offsets have 31 bits');
    assert.ok(largestLimits[name] * MiB <= constants.MAX_LENGTH);
  }
  assert.ok(largestLimits.frames * Uint32Array.BYTES_PER_ELEMENT < 2 ** 31);
  assert.deepEqual(Object.keys(defaultLimits).sort(), [...limitNames].sort());
});

test('an error says the limit in words, and which setting it is', () => {
  const say = (most: number): string =>
    overLimit('samples', { ...defaultLimits, samples: most }, 'samples').detail;
  assert.deepEqual([5_000_000, 2_500_000, 999, 65_536, 1_234_567].map(say), [
    'more than 5 million samples',
    'more than 2.5 million samples',
    'more than 999 samples',
    'more than 65,536 samples',
    'more than 1,234,567 samples',
  ]);
  const { code, limit, detail } = overLimit('textMiB', defaultLimits, 'lines of text', 7);
  assert.deepEqual([code, limit, detail], ['overLimit', 'textMiB', 'more than 7 lines of text']);
});

test('limits from outside are brought into range; what is not given is the default', () => {
  const given: Partial<Limits> = { samples: 7, frames: 0, labels: 1e12 };
  assert.deepEqual(
    validLimits(name => given[name]),
    { ...defaultLimits, samples: 7, frames: 1, labels: largestLimits.labels },
  );
});
