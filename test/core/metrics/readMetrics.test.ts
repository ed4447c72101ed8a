import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { ProfileError } from '../../../src/core/error.ts';
import { errorSentence } from '../../../src/core/errorSentence.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { readMetrics } from '../../../src/core/metrics/readMetrics.ts';

const read = (text: string) => {
  const { metrics, notices } = readMetrics(new TextEncoder().encode(text));
  return {
    notices,
    series: metrics.map(({ name, times, values }) => [name, [...times], [...values]] as const),
  };
};
const refusal = (text: string | Uint8Array, limits = defaultLimits): string => {
  try {
    readMetrics(typeof text === 'string' ? new TextEncoder().encode(text) : text, limits);
  } catch (error) {
    assert.ok(error instanceof ProfileError);
    return errorSentence(error, { base: null, current: 'm.csv' });
  }
  return 'it was read';
};
const at = (minute: number): number => Date.UTC(2026, 10, 25, 13, minute);

test('a column is a series, an empty cell no value', () => {
  assert.deepEqual(read('time,pod-a,pod-b\n2026-11-25T13:00:00Z,1,2\n2026-11-25T14:01:00+01:00,3.5e3,\n'), {
    notices: [],
    series: [
      ['pod-a', [at(0), at(1)], [1, 3500]],
      ['pod-b', [at(0)], [2]],
    ],
  });
});

test('memory comes in bytes, whatever its unit', () => {
  const header = 'time,rss_kb,RSS (MiB),heapUsedMB,used_gigabytes,mem_bytes,rss_kb,requests,api-gb';
  const { series } = read(`${header}\n2026-11-25T13:00:00Z,1,1,1,1,1,2,1,1\n`);
  assert.deepEqual(
    series.map(([, , [value]]) => value),
    [2 ** 10, 2 ** 20, 2 ** 20, 2 ** 30, 1, 2 ** 11, 1, 1],
  );
  const metric = { __name__: 'rss_mib' };
  const data = { resultType: 'matrix', result: [{ metric, values: [[at(0) / 1000, '3']] }] };
  assert.deepEqual(read(JSON.stringify({ status: 'success', data })).series, [
    ['rss_mib', [at(0)], [3 * 2 ** 20]],
  ]);
});

test('a byte-order mark, line ends of Windows, quotes, comments, semicolons and decimal commas', () => {
  assert.deepEqual(
    read('\ufeff# from Grafana\r\n"Time";"rss; MiB";\r\n\r\n2026-11-25 13:00:00;"1,5";NaN\r\n'),
    {
      notices: ['One series has no value.', 'Its times say no zone and were taken for UTC.'].toReversed(),
      series: [['rss; MiB', [at(0)], [1.5 * 2 ** 20]]],
    },
  );
  assert.deepEqual(read('time\trss\tn\n2026-11-25T13:00:00Z\t1\t\n').series, [['rss', [at(0)], [1]]]);
});

test('bad rows are left out, counted, and the first of them named', () => {
  const rows = [
    'yesterday,1',
    '2026-11-25T13:00:00Z,1,2',
    '2026-11-25T13:01:00Z,"1',
    '2026-11-25T13:02:00Z,lots',
    'x,1',
  ];
  const { notices, series } = read(`time,rss\n2026-11-25T13:05:00Z,9\n${rows.join('\n')}\n`);
  assert.deepEqual(series, [['rss', [at(5)], [9]]]);
  assert.deepEqual(notices, [
    '5 rows were left out: line 3 has no time but “yesterday”; line 4 has 3 cells, not 2; line 5 has a quote that is not closed; and 2 more.',
  ]);
  assert.match(
    read(`time,rss\n2026-11-25T13:05:00Z,9\n2026-11-25T13:06:00Z,1e999`).notices.join(),
    /^One row was left out: line 3 has no number/,
  );
});

test('rows in any order, several for one time, names that are one', () => {
  const rows = ['13:02:00Z,3,1', '13:00:00Z,1,', '13:02:00Z,4,', '13:01:00Z,2,2'];
  assert.deepEqual(read(`time,rss,rss\n${rows.map(row => `2026-11-25T${row}`).join('\n')}`), {
    notices: [
      'Its rows are not in the order of time, and were put in it.',
      'One value was left out: a later row has another for the same time.',
    ],
    series: [
      ['rss', [at(0), at(1), at(2)], [1, 2, 4]],
      ['rss (2)', [at(1), at(2)], [2, 1]],
    ],
  });
});

test('what holds no metrics is refused in a sentence', () => {
  assert.match(refusal(''), /^m\.csv is empty/);
  assert.match(refusal('# nothing\n'), /^m\.csv is empty/);
  assert.match(refusal('hello'), /^m\.csv names no series: .*time.* first/);
  assert.match(refusal('time,rss\n'), /^m\.csv has a header and no rows/);
  assert.match(
    refusal('time,rss\nx,1\ny,1'),
    /^m\.csv has no row that can be read \(line 2 has no time but “x”\)/,
  );
  assert.match(refusal('2026-11-25T13:00:00Z,1\n'), /^m\.csv begins with numbers/);
  assert.match(refusal('time,rss\n2026-11-25T13:00:00Z,\n'), /^m\.csv holds no values/);
  assert.match(refusal(new Uint8Array([0x0a, 0, 1, 2])), /^m\.csv is no text/);
  assert.match(
    refusal(`time,rss\n${'1764075600,1\n'.repeat(99)}`, { ...defaultLimits, textMiB: 1 / 1024 }),
    /textMiB/,
  );
});

test('too many series are cut, too many numbers refused', () => {
  const wide = read(
    `time,${Array.from({ length: 600 }, (_, i) => `pod${i}`).join()}\n1764075600${',1'.repeat(600)}`,
  );
  assert.equal(wide.series.length, 500);
  assert.deepEqual(wide.notices, ['Only the first 500 of 600 series were read.']);
  const row = `1764075600${',1'.repeat(500)}\n`;
  assert.match(refusal(`time${',a'.repeat(500)}\n${row.repeat(16_001)}`), /more than 8,000,000 numbers/);
});

test('the file that the capture of the sample service wrote', () => {
  const { metrics, notices } = readMetrics(
    readFileSync(new URL('../../fixtures/dedupe/series/leaking/metrics-127.0.0.1-6060.csv', import.meta.url)),
  );
  assert.deepEqual(
    metrics.map(({ name }) => name),
    ['rss', 'requests'],
  );
  assert.deepEqual(notices, []);
  assert.ok(metrics.every(({ times }) => times.length > 50));
});

test('whatever text comes, it is read or refused in a sentence; times ascend', () => {
  const cell = fc.oneof(
    fc.constantFrom('1764075600', '1764075601', '2026-11-25', '', 'NaN', '7', '"', '1e999'),
    fc.string(),
  );
  const text = fc
    .array(fc.array(cell, { maxLength: 4 }), { maxLength: 12 })
    .map(rows => rows.map(row => row.join()).join('\n'));
  const json = fc
    .json()
    .map(value => `{"status":"success","data":{"resultType":"matrix","result":${value}}}`);
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map(rows => `time,a,b\n${rows}`),
        json,
        fc.string(),
      ),
      given => {
        try {
          for (const { times, values } of readMetrics(new TextEncoder().encode(given)).metrics) {
            assert.equal(times.length, values.length);
            assert.ok(times.every((time, i) => i === 0 || time > (times[i - 1] ?? 0)));
            assert.ok(values.every(value => Number.isFinite(value)));
          }
        } catch (error) {
          if (!(error instanceof ProfileError)) throw error;
          assert.equal(error.code, 'wrongKind');
        }
      },
    ),
    { numRuns: 500 },
  );
});
