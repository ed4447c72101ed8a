import assert from 'node:assert/strict';
import test from 'node:test';
import { besideHeap } from '../../../src/core/metrics/besideHeap.ts';
import type { Metric } from '../../../src/core/series/series.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captures, start } from '../series/captures.ts';

const rss = (...minutes: number[]): Metric => ({
  name: 'rss',
  times: Float64Array.from(minutes, minute => start + 60_000 * minute),
  values: Float64Array.from(minutes, minute => 100 + minute),
});

test('what a process had at each capture, and what of it the heap has not', () => {
  const answer = seriesAnswer(captures(10, 20, 30));
  assert.deepEqual(besideHeap(answer, rss(0, 1, 2, 3, 4, 5, 6)), {
    name: 'rss',
    values: [100, 105, null],
    withoutHeap: [90, 85, null],
  });
});

test('two captures of one time have the same memory, and each its own rest', () => {
  const [one, other] = captures(10, 30);
  assert.ok(one !== undefined && other !== undefined);
  const answer = seriesAnswer([one, { ...other, timeNanos: one.timeNanos }]);
  assert.deepEqual(besideHeap(answer, rss(0, 1)), {
    name: 'rss',
    values: [100, 100],
    withoutHeap: [90, 70],
  });
});

test('measured at another time, or beside what is no memory', () => {
  const answer = seriesAnswer(captures(10, 20, 30));
  assert.equal(besideHeap(answer, rss(600, 601)), null);
  assert.equal(besideHeap({ ...answer, sampleType: { type: 'goroutine', unit: 'count' } }, rss(0, 5)), null);
});
