import assert from 'node:assert/strict';
import test from 'node:test';
import type { Course } from '../../../src/core/series/course.ts';
import type { VerdictKind } from '../../../src/core/series/series.ts';
import { verdictOf } from '../../../src/core/series/verdict.ts';
import { course, noisy, settledLast } from './courses.ts';

const kibi = 1024;
const steps = [10, 20, 30, 40, 50, 60, 70, 80].map(each => each * kibi);

const cases: readonly [title: string, course: Course, kind: VerdictKind, sentence: string][] = [
  [
    'a staircase, of a site, with what chance would do',
    course(steps, { sites: 250 }),
    'staircase',
    'Staircase: 10.0 KiB → 80.0 KiB over 8 captures in 7 h 00 min, never again below an earlier level, +10.0 KiB/h (10.0 KiB … 10.0 KiB). It rose at each of 8 captures; by chance 1 site in 40,000 does.',
  ],
  [
    'few captures of many sites: chance is likelier',
    course(steps.slice(0, 4), { sites: 2000 }),
    'staircase',
    'Staircase: 10.0 KiB → 40.0 KiB over 4 captures in 3 h 00 min, never again below an earlier level, +10.0 KiB/h (10.0 KiB … 10.0 KiB). It rose at each of 4 captures, as 83 of 2,000 sites do by chance.',
  ],
  [
    'a dent within noise',
    noisy(
      kibi,
      [10, 20, 30, 29, 40, 50, 60, 70].map(each => each * kibi),
    ),
    'staircase',
    'Staircase: 10.0 KiB → 70.0 KiB over 8 captures in 7 h 00 min, never again below an earlier level by more than noise, +8.5 KiB/h (6.7 KiB … 10.0 KiB).',
  ],
  [
    'it rises, but comes back',
    course(
      [10, 20, 30, 24, 40, 50, 60, 70].map(each => each * kibi),
      { hours: null },
    ),
    'cannotSay',
    'Cannot say: it rises, 10.0 KiB → 70.0 KiB over 8 captures, but falls below earlier levels in between, as what follows traffic does.',
  ],
  [
    'one step',
    course(
      [5, 5, 5, 90, 90].map(each => each * kibi),
      { firstNumber: 3 },
    ),
    'oneStep',
    'One step: +85.0 KiB between captures 5 and 6 is all of the change; 5.0 KiB → 90.0 KiB over 5 captures in 4 h 00 min.',
  ],
  [
    'no trend',
    course([50, 40, 60, 45, 55, 50]),
    'flat',
    'No trend: 50 B → 50 B over 6 captures in 5 h 00 min, up and down between 40 B and 60 B (+1 B/h (−10 B … 10 B)).',
  ],
  [
    'no sure trend, of what rose and stayed',
    course([26, 37, 47, 58, 58, 58, 58]),
    'flat',
    'No sure trend: 26 B → 58 B over 7 captures in 6 h 00 min, never down, but not up often enough to be told from chance (+5 B/h (0 B … 11 B)).',
  ],
  [
    'no sure trend, of what fell and stayed',
    course([58, 58, 58, 58, 47, 37, 26]),
    'flat',
    'No sure trend: 58 B → 26 B over 7 captures in 6 h 00 min, never up, but not down often enough to be told from chance (−5 B/h (−11 B … 0 B)).',
  ],
  [
    'no trend, of what moves little',
    course([50, 45, 55, 50, 45, 55]),
    'flat',
    'Flat: 50 B → 55 B over 6 captures in 5 h 00 min, and no trend in between (0 B/h (−5 B … 3 B)).',
  ],
  ['no change', course([7, 7, 7, 7]), 'flat', 'Flat: 7 B → 7 B over 4 captures in 3 h 00 min, no change.'],
  [
    'a change at the end that makes no trend',
    noisy(9, [0, 0, 0, 0, 0, 0, 0, 12]),
    'flat',
    'Flat: 0 B → 12 B over 8 captures in 7 h 00 min, and no trend in between (0 B/h (0 B … 0 B)).',
  ],
  [
    'a rise within noise',
    noisy(20, [100, 105, 110, 115, 120, 125]),
    'flat',
    'Flat: 100 B → 125 B over 6 captures in 5 h 00 min, within sampling noise (± 40 B) (+5 B/h (5 B … 5 B)).',
  ],
  [
    'a fall',
    course([60, 50, 40, 30, 20]),
    'flat',
    'No growth: 60 B → 20 B over 5 captures in 4 h 00 min, it falls (−10 B/h (−10 B … −10 B)).',
  ],
  [
    'traffic',
    course([10, 50, 20, 60, 30, 70], { requests: [1, 5, 2, 6, 3, 7] }),
    'followsTraffic',
    'Follows traffic: its rank correlation with requests is 1.00, with time 0.71; 10 B → 70 B over 6 captures in 5 h 00 min.',
  ],
  [
    'two captures and a settled one that drained',
    settledLast(1, [0, 100, 8]),
    'followsTraffic',
    'Backlog: 92 % of the +100 B drained once the load had stopped: 8 B left.',
  ],
  [
    'two captures and a settled one that stayed',
    settledLast(1, [0, 100, 98]),
    'cannotSay',
    'Cannot say: 2 captures make no trend, it takes 4; 0 B → 100 B over 2 captures in 1 h 00 min. Only 2.0 % of the +100 B drained once the load had stopped: 98 B left.',
  ],
  ['one capture', course([5]), 'cannotSay', 'Cannot say: one capture makes no trend, it takes 4; 5 B.'],
  [
    'no garbage collected in between',
    course([5, 5, 5, 5, 9], { distinct: 2 }),
    'cannotSay',
    'Cannot say: 5 captures show only 2 different heaps, as when no garbage is collected in between, and it takes 4; 5 B → 9 B over 5 captures in 4 h 00 min.',
  ],
];

for (const [title, given, kind, sentence] of cases) {
  test(title, () => {
    const verdict = verdictOf(given);
    assert.deepEqual([verdict.kind, verdict.sentence], [kind, sentence]);
  });
}

test('a floor that rises each time the load has stopped is no backlog, however much drains', () => {
  const loads = [10, 200, 12, 200, 16, 200, 20, 200, 24, 200, 28];
  const settled = loads.map((_, i) => i > 0 && i % 2 === 0);
  const { kind, sentence } = verdictOf(course(loads, { settled }));
  assert.equal(kind, 'staircase');
  assert.match(sentence, /^Staircase: 12 B → 28 B over 5 captures .* 91 % of the \+190 B drained/);
  const level = loads.map((value, i) => (settled[i] === true ? 12 : value));
  assert.equal(verdictOf(course(level, { settled })).kind, 'followsTraffic');
});

test('what is left of a backlog is told, from the first capture under load on', () => {
  const drained = settledLast(1, [10, 60, 110, 15]);
  assert.deepEqual(verdictOf(drained).left, { change: 5, milliseconds: 3 * 3_600_000, isNoise: false });
  const standardError = (): number => 3;
  assert.equal(verdictOf({ ...drained, standardError }).left?.isNoise, true);
  assert.equal(verdictOf(course([10, 60, 110, 115])).left, null);
});

test('what stayed once the load had stopped does not follow it, whatever correlates', () => {
  const given = { ...settledLast(1, [10, 20, 40, 30, 60, 58]), requests: [1, 2, 4, 3, 6, 0] };
  assert.notEqual(verdictOf(given).kind, 'followsTraffic');
});

test('what correlates with time better than with requests does not follow them', () => {
  const given = course(steps, { requests: [1, 2, 4, 3, 5, 7, 6, 8] });
  assert.equal(verdictOf(given).kind, 'staircase');
});

test('growth an hour is known where times are, of four captures', () => {
  assert.deepEqual(verdictOf(course(steps)).perHour, { value: 10 * kibi, low: 10 * kibi, high: 10 * kibi });
  assert.equal(verdictOf(course(steps, { hours: null })).perHour, null);
  assert.equal(verdictOf(course([1, 2, 3])).perHour, null);
  assert.equal(verdictOf(course([5, 5, 5, 9], { distinct: 2 })).perHour, null);
});
