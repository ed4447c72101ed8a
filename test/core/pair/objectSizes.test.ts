import assert from 'node:assert/strict';
import test from 'node:test';
import { compare } from '../../../src/core/pair/comparison.ts';
import { objectSizes } from '../../../src/core/pair/objectSizes.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { profileOf } from '../answers/lookAt.ts';

test('sizes stand in the order of the entries, 0 where no label gives one', () => {
  const capture = (...labels: readonly Readonly<Record<string, number | string>>[]): Profile =>
    profileOf({ samples: labels.map(each => ({ stack: ['a'], values: [1], labels: each })) });
  const base = capture({ bytes: 16 }, {});
  const current = capture({ request: 8 }, { request: 8, bytes: 4096 }, { bytes: 16 });
  assert.deepEqual([...objectSizes(compare([base, current]))], [16, 0, 0, 4096, 16]);
});
