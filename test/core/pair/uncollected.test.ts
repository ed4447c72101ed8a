import assert from 'node:assert/strict';
import test from 'node:test';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { compare } from '../../../src/core/pair/comparison.ts';
import { isUncollected } from '../../../src/core/pair/uncollected.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { noRealProfiles, realBytes } from '../../fixtures/realProfiles.ts';
import { profileOf } from '../answers/lookAt.ts';

const uncollected = (...profiles: Profile[]): boolean =>
  isUncollected(compare(profiles), internLines(profiles));
const sampleTypes = ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'];
const counts = (...values: number[]): Profile =>
  profileOf({ sampleTypes, samples: [{ stack: ['f@f.go:1'], values }] });

test('the same counts at every line; one that moved is enough', () => {
  assert.equal(uncollected(counts(9, 90, 4, 40), counts(9, 90, 4, 40)), true);
  assert.equal(uncollected(counts(9, 90, 4, 40), counts(10, 90, 4, 40)), false);
  const elsewhere = profileOf({
    sampleTypes,
    samples: [
      { stack: ['f@f.go:1'], values: [8, 80, 4, 40] },
      { stack: ['g@f.go:2'], values: [1, 10, 0, 0] },
    ],
  });
  assert.equal(uncollected(counts(9, 90, 4, 40), elsewhere), false);
  assert.equal(uncollected(counts(9, 90, 4, 40)), false);
});

test('what other callers have now was counted anew, a stack that counts nothing yet was not', () => {
  const calls = (...stacks: (readonly [stack: string[], counts: number[]])[]): Profile =>
    profileOf({ sampleTypes, samples: stacks.map(([stack, values]) => ({ stack, values })) });
  const base = calls(
    [
      ['a@f.go:1', 'f@f.go:3'],
      [9, 90, 4, 40],
    ],
    [
      ['b@f.go:2', 'f@f.go:3'],
      [1, 10, 1, 10],
    ],
  );
  const moved = calls(
    [
      ['a@f.go:1', 'f@f.go:3'],
      [1, 10, 1, 10],
    ],
    [
      ['b@f.go:2', 'f@f.go:3'],
      [9, 90, 4, 40],
    ],
  );
  assert.equal(uncollected(base, moved), false);
  const added = calls(
    [
      ['a@f.go:1', 'f@f.go:3'],
      [9, 90, 4, 40],
    ],
    [
      ['b@f.go:2', 'f@f.go:3'],
      [1, 10, 1, 10],
    ],
    [
      ['c@f.go:5', 'f@f.go:3'],
      [0, 0, 0, 0],
    ],
  );
  assert.equal(uncollected(base, added), true);
});

test('in a real series three seconds apart eight captures lie in one cycle', { skip: noRealProfiles }, () => {
  const seconds = [
    '1644509272337470000',
    '1644509275338070000',
    '1644509293338714000',
    '1644509296350592000',
  ];
  const [first, second, eighth, ninth] = seconds.map(each =>
    readProfile(realBytes(`parca-series/${each}.pb.gz`)),
  );
  assert.ok(first && second && eighth && ninth);
  assert.deepEqual(
    [uncollected(first, second), uncollected(first, eighth), uncollected(eighth, ninth)],
    [true, true, false],
  );
});
