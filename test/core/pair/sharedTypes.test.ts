import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError } from '../../../src/core/error.ts';
import {
  description,
  indexOfType,
  isAllocated,
  objectsType,
  sharedTypes,
} from '../../../src/core/pair/sharedTypes.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { profileOf } from '../answers/lookAt.ts';

const withTypes = (...sampleTypes: string[]): Profile =>
  profileOf({ sampleTypes, samples: [{ stack: ['f'], values: sampleTypes.map(() => 1) }] });

test('types are shared by name, in the order of the current profile', () => {
  const base = withTypes('inuse_space/bytes', 'inuse_objects/count');
  const current = withTypes('alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes');
  assert.deepEqual(
    sharedTypes([base, current]).map(({ type, columns }) => [type, ...columns.map(({ index }) => index)]),
    [
      ['inuse_objects', 1, 1],
      ['inuse_space', 0, 2],
    ],
  );
});

test('older names are the same types', () => {
  const shared = sharedTypes([
    withTypes('objects/count', 'space/bytes'),
    withTypes('inuse_objects/count', 'inuse_space/bytes'),
  ]);
  assert.deepEqual(
    shared.map(({ type }) => type),
    ['inuse_objects', 'inuse_space'],
  );
  assert.equal(indexOfType([{ type: 'space', unit: 'bytes' }], 'inuse_space'), 0);
});

test('what was allocated, since the start or in an interval, is told from what is in use, and so are its objects', () => {
  assert.deepEqual(
    ['alloc_space', 'alloc-space', 'alloc_in_new_tlab_bytes', 'inuse_space', 'heap-space', 'allocations'].map(
      isAllocated,
    ),
    [true, true, true, false, false, false],
  );
  assert.equal(objectsType('alloc_space'), 'alloc_objects');
  assert.equal(objectsType('alloc-space'), 'alloc-samples');
  assert.equal(objectsType('heap-space'), 'inuse_objects');
});

test('values come in the finest unit of both', () => {
  const [type] = sharedTypes([withTypes('inuse_space/kilobytes'), withTypes('inuse_space/bytes')]);
  assert.equal(type?.unit, 'bytes');
  assert.deepEqual(
    type?.columns.map(({ factor }) => factor),
    [1024, 1],
  );
});

test('units that do not convert are not shared', () => {
  const base = withTypes('x/bytes', 'y/count');
  assert.deepEqual(
    sharedTypes([base, withTypes('x/count', 'y/count')]).map(({ type }) => type),
    ['y'],
  );
});

test('with nothing in common the error says what each is', () => {
  const run = (): unknown =>
    sharedTypes([withTypes('samples/count', 'cpu/nanoseconds'), withTypes('inuse_space/bytes')]);
  assert.throws(run, (error: unknown) => {
    assert.ok(error instanceof ProfileError);
    assert.equal(error.code, 'noCommonSampleType');
    assert.equal(error.detail, 'a CPU profile (samples, cpu) and a heap profile (inuse_space)');
    return true;
  });
});

test('kinds of profile', () => {
  assert.equal(
    description(withTypes('contentions/count', 'delay/ns')),
    'a contention profile (contentions, delay)',
  );
  assert.equal(description(withTypes('goroutine/count')), 'a goroutine profile (goroutine)');
  assert.equal(
    description(withTypes('goroutineleak/count')),
    'a profile of leaked goroutines (goroutineleak)',
  );
  assert.equal(description(withTypes('widgets/count')), 'a profile (widgets)');
});

test('what is in use is found by each of its names', () => {
  const names = ['inuse_space', 'space', 'inuse-space', 'heap-live-size', 'heap-space'];
  for (const name of names) assert.equal(indexOfType([{ type: name, unit: 'bytes' }], 'inuse_space'), 0);
  for (const name of ['objects', 'inuse-objects', 'heap-live-samples']) {
    assert.equal(indexOfType([{ type: name, unit: 'count' }], 'inuse_objects'), 0);
  }
  const both = [
    { type: 'heap-space', unit: 'bytes' },
    { type: 'inuse_space', unit: 'bytes' },
  ];
  assert.equal(indexOfType(both, 'inuse_space'), 1);
});
