import assert from 'node:assert/strict';
import test from 'node:test';
import { noRate, whyNoRate } from '../../../src/core/evidence/noRate.ts';

const now = Date.UTC(2026, 0);
const why = (base: number | null, current: number | null): string | undefined =>
  noRate(base, current)[0]?.why;

test('two times give a rate', () => {
  assert.deepEqual(noRate(now, now + 1000), []);
});

test('what is missing of two times is said', () => {
  assert.match(why(null, null) ?? '', /^neither file/);
  assert.match(why(now, null) ?? '', /^one of the files/);
  assert.match(why(now, now) ?? '', /the same time$/);
  assert.match(why(now, Date.UTC(2040, 0)) ?? '', /too far apart/);
});

test('in the other order there is no rate, and no other captures that would give one', () => {
  assert.deepEqual(noRate(now, now - 1000), []);
  assert.equal(whyNoRate(now, now - 1000), 'the base was captured after the current one');
});
