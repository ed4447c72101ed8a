import assert from 'node:assert/strict';
import test from 'node:test';
import { changedKnown } from '../../../src/core/known/changeKnown.ts';

const other = { site: 'main.log', because: 'small' };
const put = { site: 'main.put', own: ['main.serve'] };

const known = (text: string): unknown => JSON.parse(text).known;

test('a site is set aside, fixed and known no more, and all else stays', () => {
  const begun = changedKnown(null, put, { to: 'known', because: 'a cache' });
  assert.deepEqual(known(begun), [{ ...put, because: 'a cache' }]);
  const file = JSON.stringify({ known: [other, { ...put, because: 'a cache' }] });
  const fixed = changedKnown(file, put, { to: 'fixed', fixed: '2026-11-28' });
  assert.deepEqual(known(fixed), [other, { ...put, because: 'a cache', fixed: '2026-11-28' }]);
  assert.deepEqual(known(changedKnown(fixed, put, { to: 'known', because: 'again' })), [
    other,
    { ...put, because: 'again' },
  ]);
  assert.deepEqual(known(changedKnown(fixed, put, { to: 'unknown' })), [other]);
  assert.deepEqual(known(changedKnown(file, { site: 'f', own: [] }, { to: 'known', because: '' })), [
    other,
    { ...put, because: 'a cache' },
    { site: 'f' },
  ]);
});

test('an entry that matches more is changed, not joined by another', () => {
  const wide = JSON.stringify({ known: [{ site: 'main.put' }] });
  assert.deepEqual(known(changedKnown(wide, put, { to: 'fixed', fixed: 'now' })), [
    { site: 'main.put', fixed: 'now' },
  ]);
});

test('a file that is not understood is not written over', () => {
  assert.throws(() => changedKnown('{"knwon": []}', put, { to: 'unknown' }), { code: 'badOption' });
});
