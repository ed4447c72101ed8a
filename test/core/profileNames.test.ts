import assert from 'node:assert/strict';
import test from 'node:test';
import { capturesAmong, isCapture } from '../../src/core/profileNames.ts';

test('of a folder the heaps are taken, and no other profile', () => {
  const heaps = [
    'heap-1.pb.gz',
    'allocs.pb.gz',
    'after.pprof',
    'mem.out',
    'blocks-heap.pb.gz',
    'tracer.heap',
  ];
  const others = [
    'goroutine-1.pb.gz',
    'goroutine.pb',
    'goroutineleak-1.pb.gz',
    'block.pb.gz',
    'cpu.pprof',
    'heap.go',
  ];
  assert.deepEqual(heaps.filter(isCapture), heaps);
  assert.deepEqual(others.filter(isCapture), []);
});

test('a folder without heaps is a series of what else it has', () => {
  const others = ['goroutine-1.pb.gz', 'goroutine-2.pb.gz'];
  assert.deepEqual(capturesAmong([...others, 'notes.md']), others);
  assert.deepEqual(capturesAmong([...others, 'heap-1.pb.gz']), ['heap-1.pb.gz']);
  assert.deepEqual(capturesAmong(['notes.md']), []);
});
