import assert from 'node:assert/strict';
import test from 'node:test';
import type { Metric } from '../../../src/core/series/series.ts';
import { capturesWithout, requestsUpTo } from '../../../src/core/series/traffic.ts';

const metric = (...points: [time: number, value: number][]): Metric => named('requests', ...points);
const named = (name: string, ...points: [time: number, value: number][]): Metric => ({
  name,
  times: Float64Array.from(points, ([time]) => time),
  values: Float64Array.from(points, ([, value]) => value),
});

test('requests a second: the mean of what was counted since the capture before', () => {
  const rates = metric([0, 4], [5_000, 8], [10_000, 2], [15_000, 4], [20_000, 9]);
  assert.deepEqual(requestsUpTo([rates], [10_000, 20_000]), [5, 6.5]);
});

test('a counter is taken for its growth a second', () => {
  const points: [number, number][] = [
    [0, 0],
    [10_000, 100],
    [20_000, 100],
    [30_000, 400],
  ];
  assert.deepEqual(
    requestsUpTo([named('http_requests_total', ...points)], [10_000, 20_000, 30_000]),
    [10, 0, 30],
  );
  const many = Array.from({ length: 9 }, (_, i): [number, number] => [1000 * i, 5 * i]);
  assert.deepEqual(requestsUpTo([metric(...many)], [4000, 8000]), [5, 5]);
});

test('a counter that was started anew counts on', () => {
  const counter = named('http_requests_total', [0, 500], [10_000, 600], [20_000, 50], [30_000, 150]);
  assert.deepEqual(requestsUpTo([counter], [10_000, 20_000, 30_000]), [10, 5, 10]);
});

test('a rate that does not change, or has few values, is none', () => {
  const steady = Array.from({ length: 20 }, (_, i): [number, number] => [1000 * i, 60]);
  assert.deepEqual(requestsUpTo([metric(...steady)], [5000, 15_000]), [60, 60]);
  assert.deepEqual(requestsUpTo([metric([0, 1], [5000, 2], [10_000, 3])], [5000, 10_000]), [2, 3]);
});

test('between two captures without a value the last one known holds', () => {
  assert.deepEqual(requestsUpTo([metric([0, 3], [1, 2], [60_000, 1])], [1_000, 2_000, 3_000]), [2, 2, 2]);
});

test('of all pods together, and nothing where nothing was counted', () => {
  const one = metric([0, 1], [10, 3], [20, 2]);
  assert.deepEqual(requestsUpTo([one, one], [10, 20]), [6, 4]);
  assert.equal(requestsUpTo([], [10, 20]), null);
  assert.equal(requestsUpTo([metric([0, 1])], [10, 20]), null);
  assert.equal(requestsUpTo([metric([100, 1], [200, 2])], [10, 20]), null);
});

test('nothing is told of requests that were not counted around each capture', () => {
  const points: [number, number][] = [
    [0, 100],
    [10_000, 200],
  ];
  for (const part of [metric(...points), named('http_requests_total', ...points)]) {
    assert.equal(capturesWithout(part, [0, 10_000, 20_000]), 0);
    assert.equal(capturesWithout(part, [0, 10_000, 20_000, 30_000, 40_000]), 2);
    assert.equal(requestsUpTo([part], [0, 10_000, 20_000, 30_000, 40_000]), null);
  }
  const gap = metric([0, 1], [1000, 1], [2000, 1], [3000, 1], [60_000, 1], [61_000, 1]);
  assert.equal(requestsUpTo([gap], [0, 30_000, 60_000]), null);
  const whole = metric([0, 4], [10_000, 4], [20_000, 4], [30_000, 4]);
  assert.deepEqual(requestsUpTo([whole, metric(...points)], [0, 30_000]), [4, 4]);
  assert.equal(capturesWithout(metric([0, 1]), [0, 10]), 2);
  assert.equal(capturesWithout(metric([0, 1], [10_000, 1]), [10_001, 10_002]), 2);
});

test('between two captures without a value the nearest holds, of a counter the growth around them', () => {
  const captures = [1000, 2000, 11_000];
  assert.deepEqual(requestsUpTo([metric([0, 3], [10_000, 5])], captures), [3, 3, 5]);
  const counter = named('http_requests_total', [0, 0], [10_000, 100], [20_000, 400]);
  assert.deepEqual(requestsUpTo([counter], [1000, 2000, 3000]), [10, 10, 10]);
  assert.deepEqual(requestsUpTo([counter], [0, 10_000, 20_000]), [10, 10, 30]);
});
