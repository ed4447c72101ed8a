import assert from 'node:assert/strict';
import test from 'node:test';
import { verifyFix } from '../../../src/core/fix/verifyFix.ts';
import { seriesJson, verifyJson } from '../../../src/core/report/seriesJson.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captures } from '../series/captures.ts';

const leaking = seriesAnswer(captures(10, 20, 30, 40), {
  settled: new Set(['heap-4.pb.gz']),
  leftOut: [{ file: 'cut.pb', why: 'cut.pb ends too early.' }],
});

test('a series has the keys that programs were promised', () => {
  const { verdict, sites, cannotTell, ...rest } = JSON.parse(seriesJson(leaking));
  const perHour = { value: 120, low: 119.99999999999999, high: 120 };
  assert.deepEqual(Object.keys(verdict), ['kind', 'sentence', 'perHour']);
  assert.equal(verdict.perHour, null);
  const whole = JSON.parse(seriesJson(seriesAnswer(captures(10, 20, 30, 40))));
  assert.deepEqual([whole.verdict.kind, whole.verdict.perHour], ['staircase', perHour]);
  assert.deepEqual(Object.keys(sites[0]), ['name', 'file', 'line', 'own', 'values', 'verdict']);
  assert.deepEqual(
    [sites[0].name, sites[0].file, sites[0].line, sites[0].values],
    ['put', 'put.go', 7, [10, 20, 30, 40]],
  );
  assert.deepEqual(Object.keys(cannotTell[0]), ['claim', 'why', 'closedBy']);
  assert.deepEqual(rest.sampleType, { type: 'inuse_space', unit: 'bytes' });
  assert.deepEqual(rest.leftOut, [{ file: 'cut.pb', why: 'cut.pb ends too early.' }]);
  const [first, , , last] = rest.captures;
  assert.deepEqual([first.file, first.total, first.settled, last.settled], ['heap-1.pb.gz', 10, false, true]);
});

test('times are written to the nanosecond', () => {
  assert.match(seriesJson(leaking), /"file":"heap-1\.pb\.gz","timeNanos":1795611600000000000,"total":10,/);
});

test('before and after, and what became of growth', () => {
  const flat = seriesAnswer(captures(5, 6, 5, 6));
  const grown = seriesAnswer(captures(10, 20, 30, 40));
  const told = JSON.parse(verifyJson(grown, flat, verifyFix(grown, flat)));
  assert.deepEqual(Object.keys(told), ['before', 'after', 'verdict']);
  assert.deepEqual([told.before.verdict.kind, told.after.verdict.kind], ['staircase', 'flat']);
  assert.equal(told.verdict.kind, 'fixed');
  assert.deepEqual(told.verdict.sites, [{ name: 'put', file: 'put.go', line: 7, gone: true }]);
});
