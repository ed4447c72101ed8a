import assert from 'node:assert/strict';
import test from 'node:test';
import { thinned } from '../../../src/core/metrics/thinned.ts';

const metric = (count: number, value: (i: number) => number) => ({
  name: 'rss',
  times: Float64Array.from({ length: count }, (_, i) => 1e12 + i * 1000),
  values: Float64Array.from({ length: count }, (_, i) => value(i)),
});

test('few points stay as they are', () => {
  const few = metric(40, i => i);
  assert.equal(thinned(few, 10), few);
});

test('of many points first, lowest, highest and last of each stretch stay, in their order', () => {
  const many = metric(1_000_000, i => (i === 123_456 ? -7 : i === 765_432 ? 1e9 : Math.sin(i)));
  const { times, values } = thinned(many, 500);
  assert.ok(times.length <= 4 * 501, `${times.length} points`);
  assert.ok(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0)));
  assert.equal(values[0], many.values[0]);
  assert.equal(times.at(-1), many.times.at(-1));
  assert.equal(values[times.indexOf(1e12 + 123_456_000)], -7);
  assert.equal(values[times.indexOf(1e12 + 765_432_000)], 1e9);
});

test('many values of one time are one stretch', () => {
  const { times, values } = thinned(
    {
      name: '',
      times: new Float64Array(1000).fill(5),
      values: Float64Array.from({ length: 1000 }, (_, i) => i),
    },
    10,
  );
  assert.deepEqual([times.length, values[0], values.at(-1)], [2, 0, 999]);
});
