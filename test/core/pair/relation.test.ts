import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { compare } from '../../../src/core/pair/comparison.ts';
import { type Relation, relationOf } from '../../../src/core/pair/relation.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, profileOf, samplesOf } from '../answers/lookAt.ts';

/** What is true of a pair. */
const said = (...profiles: Profile[]): string[] =>
  Object.entries(relationOf(compare(profiles), internLines(profiles)) satisfies Relation)
    .filter(([, value]) => (Array.isArray(value) ? value.some(Boolean) : value))
    .map(([key]) => key);
const build = (buildId: string, ...lines: string[]): Profile =>
  profileOf({ binary: { file: '/app', buildId }, samples: samplesOf(...lines) });

test('each pair for what it is', () => {
  assert.deepEqual(said(heap('f 1'), heap('f 2')), ['sameProcess']);
  assert.deepEqual(said(heap('f 1'), heap('f 1')), ['identical', 'sameProcess']);
  assert.deepEqual(said(heap('f 1'), heap('g 1')), ['differentPrograms']);
  assert.deepEqual(said(build('1', 'f 1'), build('2', 'f 2')), ['differentBinaries']);
  assert.deepEqual(said(heap('f 9'), heap('f 1', 'g -3')), ['differences']);
  assert.deepEqual(said(heap('f 9')), []);
});

test('counts since the capture before go up and down in one process', () => {
  const of = (...values: readonly (readonly [allocated: number, inUse: number])[]): Profile =>
    profileOf({
      sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
      samples: values.map((both, i) => ({ stack: ['main.main@a.go', `main.f${i}@a.go`], values: both })),
    });
  assert.deepEqual(said(of([90, 9], [50, 5]), of([10, 9], [2, 1])), ['restarted']);
  assert.deepEqual(said(of([90, 9], [50, 5]), of([10, 19], [2, 5])), ['sinceBefore']);
});
