import assert from 'node:assert/strict';
import test from 'node:test';
import { notCollected } from '../../../src/core/evidence/notCollected.ts';

test('it says what is not known, why, and what would tell', () => {
  const { claim, why, closedBy, closing } = notCollected();
  assert.match(claim, /^[a-z][^.:;,]*$/);
  assert.match(why, /^V8 .*[^.]$/);
  assert.match(closedBy, /global\.gc\(\)/);
  assert.equal(closing, 'captureCollected');
});
