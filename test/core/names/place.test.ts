import assert from 'node:assert/strict';
import test from 'node:test';
import { barePlace } from '../../../src/core/names/place.ts';

test('a place is nothing but a place', () => {
  const site = { name: 'main.put', file: '/app/c.go', line: 3, values: [1, 2] };
  assert.deepEqual(barePlace(site), { name: 'main.put', file: '/app/c.go', line: 3, startLine: 0 });
});
