import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutHeap } from '../../../src/core/metrics/withoutHeap.ts';

const metric = (...values: readonly (readonly [time: number, value: number])[]) => ({
  name: 'rss',
  times: Float64Array.from(values, ([time]) => time),
  values: Float64Array.from(values, ([, value]) => value),
});

test('the nearest value of RSS less the heap, where there is one near enough', () => {
  const rss = metric([1000, 90], [2000, 120], [3000, 180], [4000, 170]);
  const captures = [-1500, 900, 1500, 1600, 2900, 6000, 6001].map(time => ({ time, total: 50 }));
  const found = withoutHeap(rss, captures);
  assert.equal(found?.name, 'rss without the heap');
  assert.deepEqual([...(found?.times ?? [])], [900, 1500, 1600, 2900, 6000]);
  assert.deepEqual([...(found?.values ?? [])], [40, 40, 70, 130, 120]);
});

test('a single value counts for a capture near it; none for none', () => {
  assert.deepEqual([...(withoutHeap(metric([0, 90]), [{ time: 30_000, total: 100 }])?.values ?? [])], [-10]);
  assert.equal(withoutHeap(metric([0, 90]), [{ time: 300_000, total: 1 }]), null);
  assert.equal(withoutHeap(metric(), [{ time: 0, total: 1 }]), null);
  assert.equal(withoutHeap(metric([0, 90]), []), null);
});
