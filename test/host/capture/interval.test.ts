import assert from 'node:assert/strict';
import test from 'node:test';
import { intervalText, parseInterval } from '../../../src/host/capture/interval.ts';

test('intervals are minutes, or what their unit says', () => {
  assert.deepEqual(
    ['5', '5 min', '30s', '1.5 h', ' 1 s '].map(parseInterval),
    [300_000, 300_000, 30_000, 5_400_000, 1000],
  );
  assert.deepEqual(
    ['', '0', '-1', '5 days', '25 h', '0.5 s', '1e9', 'NaN'].filter(
      text => parseInterval(text) !== undefined,
    ),
    [],
  );
});

test('an interval reads as it is typed', () => {
  for (const text of ['30 s', '5 min', '1.5 h']) assert.equal(intervalText(parseInterval(text) ?? 0), text);
});
