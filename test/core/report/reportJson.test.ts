import assert from 'node:assert/strict';
import test from 'node:test';
import { type Report, reportJson } from '../../../src/core/report/reportJson.ts';

const pair = (base: bigint, current: bigint) => ({ base, current });
const report: Report = {
  sampleType: { type: 'inuse_space', unit: 'bytes' },
  base: { file: 'a "quoted".pb', timeNanos: 1n },
  current: { file: 'b.pb', timeNanos: 2n },
  table: {
    total: pair(2n ** 60n, 5n),
    increase: 7n,
    decrease: 2n ** 60n + 2n,
    rows: [{ name: 'f\n"x"', file: 'f.go', line: 3, flat: pair(2n ** 60n, 0n), cum: pair(-1n, 4n) }],
  },
};

test('the report is JSON of the promised shape', () => {
  assert.deepEqual(
    JSON.parse(
      reportJson({
        ...report,
        table: {
          ...report.table,
          total: pair(1n, 5n),
          increase: 7n,
          decrease: 3n,
          rows: [{ name: 'f\n"x"', file: 'f.go', line: 3, flat: pair(1n, 0n), cum: pair(-1n, 4n) }],
        },
      }),
    ),
    {
      sampleType: { type: 'inuse_space', unit: 'bytes' },
      base: { file: 'a "quoted".pb', timeNanos: 1, total: 1 },
      current: { file: 'b.pb', timeNanos: 2, total: 5 },
      delta: 4,
      increase: 7,
      decrease: 3,
      rows: [
        {
          name: 'f\n"x"',
          file: 'f.go',
          line: 3,
          flat: { base: 1, current: 0 },
          cum: { base: -1, current: 4 },
        },
      ],
    },
  );
});

test('numbers are written out in full', () => {
  const text = reportJson(report);
  assert.ok(text.includes('"flat":{"base":1152921504606846976,"current":0}'));
  assert.ok(text.includes('"delta":-1152921504606846971'));
});

test('no rows are an empty list', () => {
  assert.deepEqual(JSON.parse(reportJson({ ...report, table: { ...report.table, rows: [] } })).rows, []);
});
