import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { displayNames } from '../../../src/host/files/displayNames.ts';

test('file names that differ are enough', () => {
  assert.deepEqual(displayNames(['/p/heap-1300.pb.gz', '/p/heap-1400.pb.gz']), [
    'heap-1300.pb.gz',
    'heap-1400.pb.gz',
  ]);
});

test('equal file names get the folders that tell them apart', () => {
  assert.deepEqual(displayNames(['/p/monday/x/heap.pb.gz', '/p/friday/x/heap.pb.gz']), [
    'monday/x/heap.pb.gz',
    'friday/x/heap.pb.gz',
  ]);
  assert.deepEqual(displayNames(['/heap', '/p/heap']), ['heap', 'p/heap']);
});

test('a file compared with itself keeps its short name', () => {
  assert.deepEqual(displayNames(['/p/heap', '/p/heap']), ['heap', 'heap']);
});

test('names differ exactly where paths do', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'heap'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(path, path, (one, other) => {
      const [first, second] = displayNames([`/${one.join('/')}`, `/${other.join('/')}`]);
      return (first === second) === (one.join('/') === other.join('/'));
    }),
  );
});
