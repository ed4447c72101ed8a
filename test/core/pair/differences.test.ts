import assert from 'node:assert/strict';
import test from 'node:test';
import { differencesIn } from '../../../src/core/pair/differences.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, profileOf } from '../answers/lookAt.ts';

const goHeap = (durationNanos: number): Profile =>
  profileOf({
    sampleTypes: ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'],
    samples: [{ stack: ['f'], values: [1, 2, 1, 2] }],
    durationNanos,
  });
const labelled = profileOf({ samples: [{ stack: ['f'], values: [-1], labels: { 'pprof::base': 'true' } }] });

const cases: readonly [title: string, profiles: Profile[], expected: (string | null)[]][] = [
  ['two full heaps', [heap('f 1'), heap('f 2')], [null, null]],
  ['values below zero', [heap('f 1'), heap('f 2', 'g -1')], [null, 'negative']],
  ['one made by -diff_base', [labelled, heap('f 1')], ['base', null]],
  ['a Go heap over 30 s, nothing freed', [goHeap(0), goHeap(30e9)], [null, 'duration']],
  ['two such', [goHeap(30e9), goHeap(30e9)], [null, null]],
  ['one alone', [heap('f -1')], ['negative']],
];
for (const [title, profiles, expected] of cases) {
  test(title, () => assert.deepEqual(differencesIn({ profiles }), expected));
}
