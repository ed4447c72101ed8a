import assert from 'node:assert/strict';
import test from 'node:test';
import { captureTime, elapsedMs } from '../../../src/core/pair/captureTime.ts';

const at = (date: string): bigint => BigInt(Date.parse(date)) * 1_000_000n;

test('a time that is no date of this century is not known: uptimes, seconds for nanoseconds, the year 2262', () => {
  assert.equal(captureTime(at('2025-11-25T01:00:00Z')), Date.parse('2025-11-25T01:00:00Z'));
  for (const time of [0n, 1n, 3_600_000_000_000n, 1_700_000_000n, -5n, 2n ** 63n - 1n]) {
    assert.equal(captureTime(time), null);
  }
});

test('what lies between two captures, unless it is longer than any process runs', () => {
  const [base, current] = ['2025-11-25T01:00:00Z', '2025-11-25T02:00:00Z'].map(date => captureTime(at(date)));
  assert.equal(elapsedMs(base ?? null, current ?? null), 3_600_000);
  assert.equal(elapsedMs(current ?? null, base ?? null), -3_600_000);
  assert.equal(elapsedMs(null, 1), null);
  assert.equal(elapsedMs(Date.UTC(2001, 0), Date.UTC(2025, 0)), null);
  assert.equal(elapsedMs(Date.UTC(2016, 0), Date.UTC(2026, 0)), null);
});
