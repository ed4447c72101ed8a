import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { compileFilter } from '../../../src/core/stacks/filter.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';

test('every part is off', () => {
  const parts = Object.values(compileFilter(noFilter, internLines([])));
  assert.deepEqual(parts, Array(7).fill(undefined));
});
