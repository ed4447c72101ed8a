import assert from 'node:assert/strict';
import test from 'node:test';
import { countsSinceBefore } from '../../../src/core/pair/sinceBefore.ts';
import { profileOf } from '../answers/lookAt.ts';

const heap = (file: string, ...values: readonly (readonly [allocated: number, inUse: number])[]) =>
  profileOf({
    sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
    samples: values.map((both, i) => ({ stack: [`main.main@${file}`, `main.f${i}@${file}`], values: both })),
  });

test('what is in use was allocated, unless that was before the capture before', () => {
  assert.equal(countsSinceBefore(heap('a.go', [9, 9], [5, 0])), false);
  assert.equal(countsSinceBefore(heap('a.go', [9, 9], [3, 5])), true);
  assert.equal(countsSinceBefore(heap('a.go', [9, 9], [0, 5])), true);
});

test('where samples of several sizes are scaled together, more may seem in use than was allocated', () => {
  assert.equal(countsSinceBefore(heap('a.cc', [9, 9], [3, 5])), false);
});

test('a file that counts no allocations at all says nothing of when', () => {
  assert.equal(countsSinceBefore(heap('a.go', [0, 9], [0, 5])), false);
  const inUseAlone = profileOf({ samples: [{ stack: ['main@a.go'], values: [5] }] });
  assert.equal(countsSinceBefore(inUseAlone), false);
});

test('a difference has what was freed below zero, which is no such count', () => {
  assert.equal(countsSinceBefore(heap('a.go', [9, 3], [0, -5])), false);
});
