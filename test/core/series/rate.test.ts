import assert from 'node:assert/strict';
import test from 'node:test';
import { formatRate } from '../../../src/core/series/rate.ts';

const rate = { value: 60 * 2 ** 20, low: -30 * 2 ** 20, high: 90 * 2 ** 20 };

test('growth an hour, with its interval', () => {
  assert.equal(formatRate(rate, 3_600_000, 'bytes'), '+60.0 MiB/h (−30.0 MiB … 90.0 MiB)');
});

test('what was seen for a few minutes is said a minute', () => {
  assert.equal(formatRate(rate, 120_000, 'bytes'), '+1.0 MiB/min (−512.0 KiB … 1.5 MiB)');
});

test('less than one an hour of what is counted is not none', () => {
  assert.equal(
    formatRate({ value: 0.2, low: 0.15, high: 0.25 }, 90_000_000, 'count'),
    '+0.2/h (0.15 … 0.25)',
  );
});
