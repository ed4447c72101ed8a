import assert from 'node:assert/strict';
import test from 'node:test';
import { ProfileError } from '../../../src/core/error.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { prometheusMetrics } from '../../../src/core/metrics/prometheusMetrics.ts';

const series = (metric: object, ...values: unknown[]): object => ({ metric, values });
const answer = (...result: unknown[]): object => ({
  status: 'success',
  data: { resultType: 'matrix', result },
});
const read = (value: unknown) => {
  const { metrics, notices } = prometheusMetrics(
    new TextEncoder().encode(JSON.stringify(value)),
    defaultLimits,
  );
  return {
    notices,
    series: metrics.map(({ name, times, values }) => [name, [...times], [...values]] as const),
  };
};
const refusal = (value: unknown): string => {
  try {
    read(value);
  } catch (error) {
    assert.ok(error instanceof ProfileError && error.code === 'wrongKind');
    return error.message;
  }
  return 'it was read';
};
const rss = { __name__: 'process_resident_memory_bytes', job: 'api' };

test('a matrix: seconds, numbers as text, NaN and infinities as no value', () => {
  const values = [
    [1764075600.5, '1.5e9'],
    [1764075615, 'NaN'],
    [1764075630, '+Inf'],
    [1764075645, '0'],
  ];
  const expected = {
    notices: [],
    series: [['process_resident_memory_bytes', [1764075600500, 1764075645000], [1.5e9, 0]]],
  };
  assert.deepEqual(read(answer(series(rss, ...values))), expected);
  assert.deepEqual(read({ result: [series(rss, ...values)], resultType: 'matrix', stats: {} }), expected);
});

test('series are named by what tells them apart', () => {
  const names = (...metrics: object[]): string[] =>
    read(answer(...metrics.map(metric => series(metric, [1764075600, '1'])))).series.map(([name]) => name);
  assert.deepEqual(names({ ...rss, pod: 'api-1' }, { ...rss, pod: 'api-2' }), ['api-1', 'api-2']);
  assert.deepEqual(names({ pod: 'a', code: '200' }, { pod: 'b', code: '500' }, { pod: 'b' }), [
    'pod=a, code=200',
    'pod=b, code=500',
    'pod=b',
  ]);
  assert.deepEqual(names({ job: 'x' }), ['value']);
  assert.deepEqual(names(rss, rss), ['process_resident_memory_bytes', 'process_resident_memory_bytes (2)']);
});

test('bad points are counted, histograms left out', () => {
  const found = read(
    answer(
      series(rss, [1764075600, '7'], [1764075600], 'x', ['1764075600', '7'], [7, '7'], [1764075601, 'x']),
    ),
  );
  assert.deepEqual(found.notices, ['5 values were left out: no time or no number.']);
  assert.deepEqual(found.series, [['process_resident_memory_bytes', [1764075600000], [7]]]);
  assert.deepEqual(
    read(answer(series(rss, [1764075600, '7']), { metric: {}, histograms: [[1, {}]] })).notices,
    ['One series has no value.'],
  );
});

test('other answers are refused with what to do', () => {
  assert.match(
    refusal({ status: 'success', data: { resultType: 'vector', result: [] } }),
    /holds a vector, .*query_range/,
  );
  assert.match(
    refusal({ status: 'error', errorType: 'bad_data', error: 'parse error' }),
    /an error of Prometheus, “parse error”/,
  );
  assert.match(refusal({ hello: 1 }), /no answer of Prometheus/);
  assert.match(refusal(answer()), /holds no values/);
  assert.match(refusal(answer(series(rss, [1764075600, 'NaN']))), /holds no values/);
  assert.throws(
    () => prometheusMetrics(new TextEncoder().encode('{"data":{"result":[{"values":[[17'), defaultLimits),
    (error: ProfileError) => error.code === 'wrongKind' && /its JSON is broken/.test(error.message),
  );
  assert.throws(
    () => prometheusMetrics(new TextEncoder().encode('{"data":{}}'), { ...defaultLimits, jsonMiB: 1e-6 }),
    (error: ProfileError) => error.code === 'overLimit' && error.limit === 'jsonMiB',
  );
});
