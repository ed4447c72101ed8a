import assert from 'node:assert/strict';
import test from 'node:test';
import { MetricPoints } from '../../../src/core/metrics/metricPoints.ts';

test('names are cut, told apart, and made up where there are none', () => {
  const points = new MetricPoints();
  for (let i = 0; i < 5; i++) points.add(points.addMetric(), 1, i);
  const names = points.done([' a ', 'a', '', 'x'.repeat(999), 'b'], []).map(({ name }) => name);
  assert.deepEqual(names, ['a', 'a (2)', 'column 3', 'x'.repeat(300), 'b']);
});

test('of values at one time the last counts, in the order they came', () => {
  const points = new MetricPoints();
  const metric = points.addMetric();
  for (const [time, value] of [
    [5, 1],
    [3, 2],
    [5, 3],
    [3, 4],
    [4, 5],
  ] as const)
    points.add(metric, time, value);
  const notices: string[] = [];
  const [found] = points.done(['a'], notices);
  assert.deepEqual(
    [found?.times, found?.values].map(column => [...(column ?? [])]),
    [
      [3, 4, 5],
      [4, 5, 3],
    ],
  );
  assert.equal(notices.length, 2);
});
