import assert from 'node:assert/strict';
import test from 'node:test';
import { compare } from '../../../src/core/diff/comparison.ts';
import { differentBinaries, hasRestarted, isSameProcess } from '../../../src/core/diff/sameProcess.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, profileOf } from './lookAt.ts';

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

test('what was allocated in all goes down in a new process only', () => {
  assert.equal(hasRestarted(compare([from(9, '/a'), from(8, '/a')])), true);
  assert.equal(hasRestarted(compare([from(9, '/a'), from(9, '/a')])), false);
  assert.equal(hasRestarted(compare([heap('f 9'), heap('f 1')])), false);
});

test('one process: the same binary, not restarted, two captures', () => {
  assert.equal(isSameProcess(compare([from(1, '/a'), from(2, '/a')])), true);
  assert.equal(isSameProcess(compare([from(2, '/a'), from(1, '/a')])), false);
  assert.equal(isSameProcess(compare([from(1, '/a'), from(2, '/b')])), false);
  assert.equal(isSameProcess(compare([from(1, '/a')])), false);
});
