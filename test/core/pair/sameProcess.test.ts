import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { compare } from '../../../src/core/pair/comparison.ts';
import { differentBinaries, hasRestarted, isSameProcess } from '../../../src/core/pair/sameProcess.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, profileOf } from '../answers/lookAt.ts';

const from = (allocated: number, file: string, buildId = ''): Profile =>
  profileOf({
    sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
    samples: [{ stack: ['f'], values: [allocated, 1] }],
    binary: { file, buildId },
  });

test('build ids tell binaries apart, else their paths', () => {
  assert.equal(differentBinaries(from(1, '/a', 'id1'), from(1, '/b', 'id1')), false);
  assert.equal(differentBinaries(from(1, '/a', 'id1'), from(1, '/a', 'id2')), true);
  assert.equal(differentBinaries(from(1, '/a'), from(1, '/b')), true);
  assert.equal(differentBinaries(from(1, '/a', 'id1'), from(1, '/a')), false);
  assert.equal(differentBinaries(heap('f 1'), from(1, '/a')), false);
});

const restarted = (base: Profile, current: Profile): boolean =>
  hasRestarted(compare([base, current]), internLines([base, current]));
const sameProcess = (base: Profile, current: Profile): boolean =>
  isSameProcess(compare([base, current]), restarted(base, current));

/** Bytes that each function has allocated so far. */
const allocated = (timeNanos: number, bytes: Record<string, number>): Profile =>
  profileOf({
    sampleTypes: ['alloc_space/bytes'],
    samples: Object.entries(bytes).map(([name, value]) => ({ stack: ['main', name], values: [value] })),
    timeNanos,
  });

test('what was allocated goes down in a new process only', () => {
  const early = allocated(1, { start: 900, work: 5000 });
  assert.equal(restarted(early, allocated(2, { start: 900, work: 9000 })), false);
  assert.equal(restarted(early, allocated(2, { start: 850, work: 9000 })), true);
  assert.equal(restarted(early, allocated(2, { start: 899, work: 9000 })), false);
  assert.equal(restarted(heap('f 9'), heap('f 1')), false);
});

test('time goes on when base and current are turned round', () => {
  const early = allocated(1, { work: 5000 });
  const late = allocated(2, { work: 9000 });
  assert.equal(restarted(late, early), false);
  assert.equal(restarted(allocated(2, { work: 1000 }), early), true);
});

test('one process: the same binary, not restarted, two captures', () => {
  assert.equal(sameProcess(from(1, '/a'), from(2, '/a')), true);
  assert.equal(sameProcess(from(2, '/a'), from(1, '/a')), false);
  assert.equal(sameProcess(from(1, '/a'), from(2, '/b')), false);
  assert.equal(isSameProcess(compare([from(1, '/a')]), false), false);
});
