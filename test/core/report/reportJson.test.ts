import assert from 'node:assert/strict';
import test from 'node:test';
import { type Report, reportJson } from '../../../src/core/report/reportJson.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { reportOf, silent, siteOf } from './reportOf.ts';

const pair = (base: bigint, current: bigint) => ({ base, current });
const report: Report = reportOf({
  base: { file: 'a "quoted".pb', timeNanos: 1n },
  current: { file: 'b.pb', timeNanos: 2n },
  table: {
    total: pair(2n ** 60n, 5n),
    increase: 7n,
    decrease: 2n ** 60n + 2n,
    rows: [{ name: 'f\n"x"', file: 'f.go', line: 3, flat: pair(2n ** 60n, 0n), cum: pair(-1n, 4n) }],
  },
});

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
      options: { granularity: 'functions', normalize: false, filter: {} },
      headline: "+4 B: +80 % of the base's 5 B. Nothing grew.",
      withinNoise: false,
      site: null,
      suspects: [],
      notices: [],
      cannotTell: [],
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

test('what is counted is said, filters as far as they are on', () => {
  const options = { granularity: 'lines', normalize: true, filter: { ...noFilter, focus: 'f1$' } } as const;
  assert.deepEqual(JSON.parse(reportJson(reportOf({ options }))).options, {
    ...options,
    filter: { focus: 'f1$' },
  });
});

test('no rows are an empty list', () => {
  assert.deepEqual(JSON.parse(reportJson({ ...report, table: { ...report.table, rows: [] } })).rows, []);
});

test('what the panel says: the sentence, sites, notices', () => {
  const own = { name: 'main.auth', file: 'auth.go', line: 91, startLine: 80 };
  const evidence = { samples: 9.5, standardError: 1.5 };
  const kept = { value: 0.5, low: 0.25, high: 0.75, samples: 9 };
  const gap = { claim: 'whether', why: 'a "name"', closedBy: 'Capture', closing: 'chooseAgain' } as const;
  const site = siteOf('f"', 2 ** 53 - 1, {
    own,
    evidence,
    share: 0.75,
    retained: { share: 0.5, allocated: 9, kept },
  });
  const headline = {
    ...silent,
    gaps: [gap],
    site,
    sentence: [{ strong: '75 %' }, ' in ', { place: site }, ', from ', { place: own }],
  };
  const notices = [{ kind: 'restarted', text: 'The process restarted.', names: [] }] as const;
  const told = JSON.parse(reportJson(reportOf({ headline, notices, suspects: [site, siteOf('g', 1)] })));
  const written = {
    name: 'f"',
    file: '/src/c.go',
    line: 31,
    own: { name: 'main.auth', file: 'auth.go', line: 91 },
    net: 2 ** 53 - 1,
    share: 0.75,
    noise: evidence,
    retained: 0.5,
    retainedInterval: kept,
    hint: null,
    askers: [],
  };
  assert.equal(
    told.headline,
    `+4 B: +80 % of the base's 5 B. 75 % in f", c.go:31, from main.auth, auth.go:91`,
  );
  assert.deepEqual(told.site, written);
  assert.deepEqual(told.suspects, [
    written,
    {
      name: 'g',
      file: '/src/c.go',
      line: 31,
      own: null,
      net: 1,
      share: 1,
      noise: null,
      retained: null,
      retainedInterval: null,
      hint: null,
      askers: [],
    },
  ]);
  assert.deepEqual(told.cannotTell, [{ claim: 'whether', why: 'a "name"', closedBy: 'Capture' }]);
  assert.deepEqual(told.notices, [{ kind: 'restarted', text: 'The process restarted.' }]);
});
