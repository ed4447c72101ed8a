import assert from 'node:assert/strict';
import test from 'node:test';
import { sampledAlone } from '../../../src/core/evidence/sampledAlone.ts';

test('it says what is not known, why, and what would tell', () => {
  const { claim, why, closedBy, closing } = sampledAlone();
  assert.match(claim, /^[a-z][^.:;,]*$/);
  assert.match(why, /^async-profiler .*[^.]$/);
  assert.match(closedBy, /RSS of the process/);
  assert.equal(closing, 'showSeries');
});
