import assert from 'node:assert/strict';
import test from 'node:test';
import { compileFilter } from '../../../src/core/diff/filter.ts';
import { internLines } from '../../../src/core/diff/lineTable.ts';
import { noFilter } from '../../../src/core/diff/noFilter.ts';

test('every part is off', () => {
  const parts = Object.values(compileFilter(noFilter, internLines([])));
  assert.deepEqual(parts, Array(7).fill(undefined));
});
