import assert from 'node:assert/strict';
import test from 'node:test';
import { matters } from '../../../src/host/source/matters.ts';

test('only files of names that were looked for matter, and what may be a folder', () => {
  const asked = new Set(['cache.go', 'Makefile']);
  assert.deepEqual(
    ['cache.go', 'Makefile', 'src', 'other.go', 'a.o', 'coverage.out'].map(name => matters(name, asked)),
    [true, true, true, false, false, false],
  );
});
