import assert from 'node:assert/strict';
import test from 'node:test';
import { noRate, whyNoRate } from '../../../src/core/evidence/noRate.ts';
import type { Relation } from '../../../src/core/pair/relation.ts';

const now = Date.UTC(2026, 0);
const one: Relation = {
  identical: false,
  differences: [],
  differentPrograms: false,
  differentBinaries: false,
  restarted: false,
  sameProcess: true,
  sinceBefore: false,
  uncollected: false,
};
const why = (base: number | null, current: number | null): string | undefined =>
  noRate(one, base, current)[0]?.why;

test('two times give a rate', () => {
  assert.deepEqual(noRate(one, now, now + 1000), []);
});

test('what is missing of two times is said', () => {
  assert.match(why(null, null) ?? '', /^neither file/);
  assert.match(why(now, null) ?? '', /^one of the files/);
  assert.match(why(now, now) ?? '', /the same time$/);
  assert.match(why(now, Date.UTC(2040, 0)) ?? '', /too far apart/);
});

test('in the other order there is no rate, and no other captures that would give one', () => {
  assert.deepEqual(noRate(one, now, now - 1000), []);
  assert.equal(whyNoRate(one, now, now - 1000), 'the base was captured after the current one');
});

test('the time between two processes is none in which one of them grew: other gaps say so', () => {
  assert.equal(whyNoRate(one, now, now + 1000), null);
  for (const each of ['differentBinaries', 'restarted', 'differentPrograms']) {
    const two = { ...one, [each]: true, sameProcess: false };
    assert.deepEqual(noRate(two, now, now + 1000), []);
    const said = /^each of two processes grew for as long as it ran|^the process was started anew between/;
    assert.match(whyNoRate(two, now, now + 1000) ?? '', said);
  }
});
