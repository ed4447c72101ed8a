import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clocksOf, clockText, dayText } from '../../../webview/state/clock.ts';

const midnight = new Date(2026, 10, 26, 0, 5, 9);

test('the first hour of a day is 00, in whatever language', () => {
  assert.equal(clockText(midnight, true), '00:05:09');
  assert.equal(clockText(midnight, false), '00:05');
  assert.equal(clockText(new Date(2026, 10, 26, 23, 59, 59, 999), true), '23:59:59');
});

test('times have their day where they are not all of one', () => {
  const late = new Date(2026, 10, 26, 23, 5);
  const next = new Date(2026, 10, 27, 13, 0);
  assert.deepEqual(clocksOf([+midnight, null, +late], '–'), ['00:05:09', '–', '23:05:00']);
  assert.deepEqual(clocksOf([+midnight, +next], ''), [
    `${dayText(midnight)}, 00:05:09`,
    `${dayText(next)}, 13:00:00`,
  ]);
  assert.deepEqual(clocksOf([null, +next], ''), ['', '13:00:00']);
});
