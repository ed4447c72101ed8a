import assert from 'node:assert/strict';
import test from 'node:test';
import { compare, isWide, pairColumns, typeNamed } from '../../../src/core/pair/comparison.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, profileOf } from '../answers/lookAt.ts';

function columns(profiles: readonly Profile[], normalize = false): { base: number[]; current: number[] } {
  const comparison = compare(profiles);
  const { base, current } = pairColumns(comparison, typeNamed(comparison, 'inuse_space'), normalize);
  return { base: [...base], current: [...current] };
}

test('entries are the samples of the base, then those of the current profile', () => {
  assert.deepEqual(columns([heap('a 1', 'b 2'), heap('a 5')]), { base: [1, 2, 0], current: [0, 0, 5] });
});

test('one profile alone is all current', () => {
  assert.equal(compare([heap('a 1')]).kind, 'alone');
  assert.deepEqual(columns([heap('a 1', 'b 2')]), { base: [0, 0], current: [1, 2] });
});

test('samples labelled pprof::base are the base, with their sign turned', () => {
  const profile = profileOf({
    samples: [
      { stack: ['a'], values: [5], labels: { bytes: 16 } },
      { stack: ['a'], values: [-3], labels: { 'pprof::base': 'true' } },
    ],
  });
  assert.equal(compare([profile]).kind, 'labelled');
  assert.deepEqual(columns([profile]), { base: [0, 3], current: [5, 0] });
});

test('negative values of one profile are the base, column by column', () => {
  const profile = profileOf({
    sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
    samples: [{ stack: ['a'], values: [2, -30] }],
  });
  const comparison = compare([profile]);
  assert.equal(comparison.kind, 'signed');
  assert.deepEqual(columns([profile]), { base: [30], current: [0] });
  const objects = pairColumns(comparison, typeNamed(comparison, 'inuse_objects'), false);
  assert.deepEqual([...objects.base, ...objects.current], [0, 2]);
});

test('negative values in a pair stay as they are', () => {
  assert.deepEqual(columns([heap('a -1'), heap('a -5')]), { base: [-1, 0], current: [0, -5] });
});

test('units are made equal', () => {
  const base = profileOf({ sampleTypes: ['inuse_space/kb'], samples: [{ stack: ['a'], values: [2] }] });
  assert.deepEqual(columns([base, heap('a 5')]), { base: [2048, 0], current: [0, 5] });
});

test('normalising scales the current profile', () => {
  assert.deepEqual(columns([heap('a 100'), heap('a 20', 'b 30')], true), {
    base: [100, 0, 0],
    current: [0, 40, 60],
  });
});

test('values past 2^53 come in two words', () => {
  const value = 2n ** 60n + 5n;
  const wide = profileOf({ samples: [{ stack: ['a'], values: [value] }] });
  const comparison = compare([heap('a 7'), wide]);
  const type = typeNamed(comparison, 'inuse_space');
  assert.equal(isWide(comparison, type), true);
  const high = pairColumns(comparison, type, false, 'high');
  const low = pairColumns(comparison, type, false, 'low');
  assert.deepEqual([...high.base, ...low.base], [0, 0, 7, 0]);
  assert.equal(BigInt(high.current[1] ?? 0) * 2n ** 32n + BigInt(low.current[1] ?? 0), value);
  assert.equal(isWide(compare([heap('a 7')]), type), false);
});

test('a sample type that is not shared is refused with those that are', () => {
  assert.throws(() => typeNamed(compare([heap('a 1')]), 'cpu'), {
    code: 'badOption',
    detail: 'there is no sample type cpu; there is inuse_space',
  });
});
