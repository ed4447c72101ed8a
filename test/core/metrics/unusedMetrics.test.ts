import assert from 'node:assert/strict';
import test from 'node:test';
import { unusedMetrics } from '../../../src/core/metrics/unusedMetrics.ts';
import type { Metric } from '../../../src/core/series/series.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captures, restartedCaptures, start } from '../series/captures.ts';

const metric = (name: string, ...minutes: number[]): Metric => ({
  name,
  times: Float64Array.from(minutes, minute => start + 60_000 * minute),
  values: Float64Array.from(minutes, minute => 100 + minute),
});
const answer = seriesAnswer(captures(10, 20, 30, 40));

test('what is measured around the captures is used, requests around each of them', () => {
  assert.deepEqual(unusedMetrics([metric('rss', 0, 1)], 'memory', answer), []);
  assert.deepEqual(unusedMetrics([metric('requests', 0, 5, 10, 15)], 'traffic', answer), []);
  assert.deepEqual(unusedMetrics([], 'traffic', answer), []);
  assert.deepEqual(unusedMetrics([metric('requests', 0, 1)], 'traffic', answer), [
    'requests was not held against the captures: it has no value near 3 of 4 captures; its values are from 2026-11-25 13:00:00 to 2026-11-25 13:01:00, the captures from 2026-11-25 13:00:00 to 2026-11-25 13:15:00 (UTC).',
  ]);
});

test('what is of another time is said to be', () => {
  assert.deepEqual(unusedMetrics([metric('rss', 600, 660)], 'memory', answer), [
    'rss was not held against the captures: it has no value near 4 of 4 captures; its values are from 2026-11-25 23:00:00 to 2026-11-26 00:00:00, the captures from 2026-11-25 13:00:00 to 2026-11-25 13:15:00 (UTC).',
  ]);
  assert.deepEqual(unusedMetrics([metric('requests', 0)], 'traffic', answer), [
    'requests was not held against the captures: its one value is of 2026-11-25 13:00:00, the captures are from 2026-11-25 13:00:00 to 2026-11-25 13:15:00 (UTC).',
  ]);
  assert.match(
    unusedMetrics([metric('a\nb', 600), metric('c', 600), metric('d', 0)], 'other', answer).join('\n'),
    /^2 series were not held against the captures\. The first is a\\u000ab: its one value is of [^\n]*$/,
  );
});

test('nothing is held against captures without times, and only what was restarted last is judged', () => {
  const timeless = captures(10, 20, 30, 40).map(capture => ({ ...capture, timeNanos: 0n }));
  assert.deepEqual(unusedMetrics([metric('requests', 0, 5)], 'traffic', seriesAnswer(timeless)), [
    'requests was not held against the captures: nothing is known of when the captures were taken.',
  ]);
  const restarted = seriesAnswer(restartedCaptures([50, 10, 20, 30, 40], 1));
  assert.deepEqual(unusedMetrics([metric('requests', 9, 13, 16, 20)], 'traffic', restarted), []);
});
