import assert from 'node:assert/strict';
import test from 'node:test';
import { notSinceStart } from '../../../src/core/evidence/notSinceStart.ts';

test('it says what is not known, why, and what would tell', () => {
  const { claim, why, closedBy, closing } = notSinceStart();
  assert.match(claim, /^[a-z][^.:;,]*$/);
  assert.match(why, /since the capture before.*[^.]$/);
  assert.match(closedBy, /\/debug\/pprof\/heap/);
  assert.equal(closing, 'captureAllocations');
});
