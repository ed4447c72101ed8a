import assert from 'node:assert/strict';
import test from 'node:test';
import { reportCsv } from '../../../src/core/report/reportCsv.ts';
import type { Report } from '../../../src/core/report/reportJson.ts';
import { reportOf } from './reportOf.ts';

const zero = { base: 0n, current: 0n };
const report = (name: string, file = '', line = 0): Report =>
  reportOf({
    table: {
      total: zero,
      increase: 0n,
      decrease: 0n,
      rows: [{ name, file, line, flat: { base: 2n ** 60n, current: 1n }, cum: { base: 5n, current: 7n } }],
    },
  });
const row = (...args: Parameters<typeof report>): string | undefined =>
  reportCsv(report(...args)).split('\r\n')[1];

test('a row has both sides and the delta, in full', () => {
  const [header] = reportCsv(report('f')).split('\r\n');
  assert.equal(header?.split(',')[5], 'flat delta inuse_space (bytes)');
  assert.equal(row('main.f', 'f.go', 3), 'main.f,f.go,3,1152921504606846976,1,-1152921504606846975,5,7,2');
});

test('names cannot break out of their cell, nor run as formulas', () => {
  assert.match(row('std::map<int, int>::at("x")') ?? '', /^"std::map<int, int>::at\(""x""\)",,,1152/);
  assert.match(row('=cmd|x') ?? '', /^'=cmd\|x,/);
  assert.match(row('@SUM(A1,A2)') ?? '', /^"'@SUM\(A1,A2\)",/);
});
