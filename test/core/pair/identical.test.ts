import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { compare } from '../../../src/core/pair/comparison.ts';
import { isIdentical } from '../../../src/core/pair/identical.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap } from '../answers/lookAt.ts';

test('the same values are not enough: stacks have to be the same too', () => {
  const identical = (...profiles: Profile[]): boolean =>
    isIdentical(compare(profiles), internLines(profiles));
  assert.equal(identical(heap('a;f 1', 'g 2'), heap('a;f 1', 'g 2')), true);
  assert.equal(identical(heap('a;f 1'), heap('b;f 1')), false);
  assert.equal(identical(heap('f@f.go:1 1'), heap('f@f.go:2 1')), false);
  assert.equal(identical(heap('f 1'), heap('f 2')), false);
  assert.equal(identical(heap('f 1')), false);
});
