import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiffInfo, FileInfo } from '../../../src/core/answers/diffInfo.ts';
import type { View } from '../../../src/core/answers/requests.ts';
import type { Site } from '../../../src/core/answers/sites.ts';
import type { Evidence } from '../../../src/core/measures/noise.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { headlineFacts, retainedPhrase } from '../../../webview/state/headlineFacts.ts';

const MiB = 1024 ** 2;
const hour = 3_600_000;

const file = (timeMs: number | null): FileInfo => ({
  name: 'heap.pb.gz',
  format: 'proto',
  timeMs,
  durationMs: 0,
  samples: 9,
});

const diff = (elapsed: number | null): DiffInfo => ({
  base: file(elapsed === null ? null : 0),
  current: file(elapsed),
  reordered: false,
  sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }],
  defaultSampleType: 'inuse_space',
  notices: [],
});

const site = (base: number, current: number, evidence: Evidence | null = null): Site => ({
  name: 'main.leak',
  file: 'leak.go',
  line: 3,
  startLine: 1,
  flat: { base, current },
  lineFlat: { base, current },
  share: 0.98,
  objects: null,
  retained: null,
  evidence,
});

const view = (base: number, current: number, more: Partial<View> = {}): View => ({
  id: 1,
  options: { sampleType: 'inuse_space', granularity: 'functions', normalize: false, filter: noFilter },
  unit: 'bytes',
  total: { base, current },
  increase: Math.max(0, current - base),
  decrease: Math.max(0, base - current),
  top: null,
  evidence: null,
  frames: {
    name: { bytes: new Uint8Array(), offsets: new Uint32Array(1) },
    files: { bytes: new Uint8Array(), offsets: new Uint32Array(1) },
    file: new Uint32Array(),
    line: new Uint32Array(),
  },
  tree: {
    frame: new Uint32Array(),
    depth: new Uint16Array(),
    selfNode: new Uint32Array(),
    selfBase: new Float64Array(),
    selfCurrent: new Float64Array(),
    selfIncrease: new Float64Array(),
    elidedNode: new Uint32Array(),
    elidedCount: new Uint32Array(),
  },
  ...more,
});

/** The headline as one line of text. */
function told(info: DiffInfo, shown: View): string {
  const { figure, context, site: where, remark, chips } = headlineFacts(info, shown);
  const sentence = where === null ? remark : `${where.lead}${where.share} ${where.before} ${where.site.name}`;
  return [`${figure} | ${context} | ${sentence}`, ...chips.map(({ text }) => text)].join(' | ');
}

test('growth: figure, share of the base, time, rate and site', () => {
  assert.equal(
    told(diff(hour), view(100 * MiB, 418 * MiB, { top: site(0, 312 * MiB) })),
    "+318.0 MiB | +318 % of the base's 100.0 MiB · in 1 h 00 min · 318.0 MiB/h | 98 % of the growth is allocated in main.leak | new",
  );
});

test('growth that is spread out is not pinned on one site', () => {
  const top = { ...site(0, MiB), share: 0.004 };
  assert.match(
    told(diff(hour), view(100 * MiB, 418 * MiB, { top })),
    /No site stands out\. The largest: 0\.4 % of the growth is allocated in main\.leak/,
  );
});

test("captures close together: the rate is a minute's", () => {
  assert.match(told(diff(30_000), view(MiB, 2 * MiB)), /in 30 s · 2\.0 MiB\/min/);
});

test('no capture times: no time is claimed', () => {
  assert.equal(
    told(diff(null), view(MiB, 2 * MiB)),
    "+1.0 MiB | +100 % of the base's 1.0 MiB | Nothing grew.",
  );
});

test('a change within two standard errors is flat', () => {
  const evidence = { samples: 7, standardError: 0.7 * MiB };
  assert.equal(
    told(diff(hour), view(20 * MiB, 19.7 * MiB, { evidence, top: site(0, MiB, evidence) })),
    'Flat | −307.2 KiB, within sampling noise (± 1.4 MiB) · base 20.0 MiB · in 1 h 00 min | No allocation site grew beyond sampling noise.',
  );
  assert.match(told(diff(hour), view(20 * MiB, 22 * MiB, { evidence })), /^\+2\.0 MiB/);
});

test('the same on both sides', () => {
  assert.equal(
    told(diff(hour), view(MiB, MiB)),
    'Flat | no change · base 1.0 MiB · in 1 h 00 min | Nothing grew.',
  );
});

test('a heap that shrank says so, and what grew all the same', () => {
  assert.equal(
    told(diff(hour), view(100 * MiB, 40 * MiB, { top: site(MiB, 6 * MiB) })),
    "−60.0 MiB | −60 % of the base's 100.0 MiB · in 1 h 00 min · −60.0 MiB/h | +5.0 MiB is the largest growth, allocated in main.leak",
  );
});

test('after a swap time runs backwards and no rate is claimed', () => {
  assert.match(told(diff(-hour), view(MiB, 2 * MiB)), /· 1 h 00 min earlier \|/);
});

test('an empty base has no percentage', () => {
  assert.match(told(diff(hour), view(0, MiB)), /\| the base holds nothing · in/);
});

test('one profile alone: its total and its largest site', () => {
  const alone = { ...diff(null), base: null };
  assert.equal(
    told(alone, view(0, 200 * MiB, { top: site(0, 50 * MiB) })),
    '200.0 MiB | inuse_space | 25 % is allocated in main.leak',
  );
});

test('what became of what was allocated', () => {
  const phrases = [1.03, 1, 0.92, 0.75, 0.3, 0.0002, 0].map(share =>
    retainedPhrase({ share, allocated: MiB }),
  );
  assert.deepEqual(phrases, [
    'retained 103 %: nothing was freed',
    'retained 100 %: nothing was freed',
    'retained 92 %: hardly anything was freed',
    'retained 75 %: most of it stayed',
    'retained 30 %: most of it was freed',
    'retained < 0.1 %: churn, freed again',
    'retained 0 %: all of it was freed',
  ]);
  assert.equal(
    retainedPhrase({ share: 1, allocated: MiB }, true),
    'retained 100 % of 1.0 MiB allocated: nothing was freed',
  );
});
