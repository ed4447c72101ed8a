import assert from 'node:assert/strict';
import test from 'node:test';
import { type FixKind, verifyFix } from '../../../src/core/fix/verifyFix.ts';
import type { ReducedCapture } from '../../../src/core/reduce/reduceCapture.ts';
import type { SeriesAnswer } from '../../../src/core/series/series.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captureAt, mebi, start } from '../series/captures.ts';

const name = 'main.(*dedupeCache).seen';

/** Captures ten minutes apart, of one site that leaks, or did, and of what else is in use. */
function series(values: readonly number[], settled = 0, requestsPerSecond?: number): SeriesAnswer {
  const taken: ReducedCapture[] = values.map((value, i) => {
    const stacks = [`main;${name}@/app/cache.go:39 ${value * mebi}`, `main;other@/app/o.go:1 ${mebi}`];
    return captureAt(10 * i, `${i}.pb`, ...stacks);
  });
  const times = values.map((_, i) => start + 600_000 * (i - 1));
  const requests = requestsPerSecond === undefined ? [] : [requestsPerSecond];
  return seriesAnswer(taken, {
    settled: new Set(taken.slice(taken.length - settled).map(({ file }) => file)),
    requests: requests.map(rate => ({
      name: 'requests',
      times: Float64Array.from(times),
      values: Float64Array.from(values, (_, i) => rate + (i % 2 === 0 ? 1 : -1)),
    })),
  });
}

const leaking = [10, 20, 31, 39, 50, 60];

const cases: readonly [title: string, after: SeriesAnswer, kind: FixKind, sentence: string][] = [
  [
    'fixed: flat after',
    series([5, 6, 5, 6, 5, 6]),
    'fixed',
    'Fixed: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, 0 B/h (−2.0 MiB … 6.0 MiB) after. (*dedupeCache).seen is gone from the suspects.',
  ],
  [
    'slower: it grows still',
    series([5, 6, 7, 8, 9, 10]),
    'slower',
    'Slower, not fixed: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +6.0 MiB/h (6.0 MiB … 6.0 MiB) after. (*dedupeCache).seen still grows.',
  ],
  [
    'not fixed: it grows as before',
    series([5, 15, 26, 34, 45, 55]),
    'notFixed',
    'Not fixed: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +60.0 MiB/h (57.0 MiB … 66.0 MiB) after; the intervals meet. (*dedupeCache).seen still grows.',
  ],
  [
    'not fixed: it grows faster',
    series([5, 35, 65, 95, 125, 155]),
    'notFixed',
    'Not fixed: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +180.0 MiB/h (180.0 MiB … 180.0 MiB) after; it grows faster. (*dedupeCache).seen still grows.',
  ],
  [
    'cannot say: after the fix anything is possible',
    series([5, 90, 4, 80, 6, 95]),
    'cannotSay',
    'Cannot say: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +7.5 MiB/h (−444.0 MiB … 510.0 MiB) after; it may go on as before. Capture for longer after the fix.',
  ],
  [
    'fixed: what comes now drains',
    series([5, 15, 25, 35, 45, 5], 1),
    'fixed',
    'Fixed: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +60.0 MiB/h (60.0 MiB … 60.0 MiB) after, which drained once the load had stopped. (*dedupeCache).seen is gone from the suspects.',
  ],
  [
    'slower: much of what came stays once the load has stopped',
    series([5, 105, 155, 205, 305, 25], 1),
    'slower',
    'Slower, not fixed: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +425.0 MiB/h (300.0 MiB … 600.0 MiB) after, which drained once the load had stopped but for +20.0 MiB in 50 min. Whether (*dedupeCache).seen still grows is not known.',
  ],
  [
    'cannot say: as much stays once the load has stopped as there was before',
    series([5, 205, 305, 405, 605, 65], 1),
    'cannotSay',
    'Cannot say: +60.0 MiB/h (57.0 MiB … 66.0 MiB) before, +850.0 MiB/h (600.0 MiB … 1.2 GiB) after, which drained once the load had stopped but for +60.0 MiB in 50 min; it may go on as before. Capture for longer after the fix.',
  ],
  [
    'one capture after',
    series([5]),
    'cannotSay',
    'Cannot say: one capture after the fix shows how much there was, not that it grew; it takes 4.',
  ],
  [
    'three captures after',
    series([5, 6, 7]),
    'cannotSay',
    'Cannot say: 3 captures after the fix make no trend, it takes 4.',
  ],
];
for (const [title, after, kind, sentence] of cases) {
  test(title, () => {
    const verdict = verifyFix(series(leaking), after);
    assert.deepEqual([verdict.kind, verdict.sentence], [kind, sentence]);
  });
}

test('one capture before, or no growth before: nothing can have been fixed', () => {
  const after = series([5, 6, 5, 6, 5, 6]);
  assert.match(verifyFix(series([5]), after).sentence, /^Cannot say: one capture before the fix shows/);
  const { kind, sentence } = verifyFix(after, after);
  assert.equal(kind, 'cannotSay');
  assert.match(sentence, /^Cannot say: there was no sure growth before the fix either \(Flat: .*\)\)\)\.$/);
  const falls = series([60, 50, 40, 30, 20, 10]);
  assert.match(
    verifyFix(falls, after).sentence,
    /^Cannot say: it did not grow before the fix either \(No growth: /,
  );
  assert.match(
    verifyFix(series([]), after).sentence,
    /^Cannot say: there is no capture from before the fix\.$/,
  );
});

test('with requests counted in both, growth is per request: half the traffic is no fix', () => {
  const { kind, per, before, after } = verifyFix(
    series(leaking, 0, 100),
    series([5, 10, 15, 20, 25, 30], 0, 50),
  );
  assert.deepEqual([kind, per], ['notFixed', 'requests']);
  const mebiPerThousand = (rate: typeof before): string => ((rate?.value ?? 0) / mebi).toFixed(2);
  assert.deepEqual([mebiPerThousand(before), mebiPerThousand(after)], ['0.17', '0.17']);
});

test('what was seen for minutes and what was seen for an hour are given per minute both', () => {
  const short = [5, 6, 5, 6, 5, 6].map((value, i) =>
    captureAt(i / 2, `${i}.pb`, `main;${name}@/app/cache.go:39 ${value * mebi}`),
  );
  const { seen, sentence } = verifyFix(series(leaking), seriesAnswer(short));
  assert.equal(seen, 150_000);
  assert.match(sentence, /^Cannot say: \+1\.0 MiB\/min \(.*\) before, 0 B\/min \(.*\) after; it may go on/);
});

test('other sample types cannot be held against each other', () => {
  const answer = series(leaking);
  const other = { ...answer, sampleType: { type: 'alloc_space', unit: 'bytes' } };
  assert.equal(
    verifyFix(answer, other).sentence,
    'Cannot say: before the fix inuse_space was counted, after it alloc_space.',
  );
});

test('a function of a bundle is not said to be gone where the captures after the fix are named as source is', () => {
  const of = (values: readonly number[], frame: string): SeriesAnswer =>
    seriesAnswer(
      values.map((value, i) =>
        captureAt(10 * i, `${i}.heapprofile`, `main;${frame} ${value * mebi}`, `main;o@/o.ts:1 ${mebi}`),
      ),
    );
  const before = of(leaking, 'Bt@file:///app/dist/server.js:2');
  const flat = [5, 6, 5, 6, 5, 6];
  const named = verifyFix(before, of(flat, 'serve@/app/src/server.ts:16'));
  assert.equal(named.kind, 'fixed');
  assert.doesNotMatch(named.sentence, /Bt/);
  assert.deepEqual(named.sites, []);
  // The same script, by the same names.
  assert.match(
    verifyFix(before, of(flat, 'Bt@file:///app/dist/server.js:2')).sentence,
    /Bt is gone from the suspects/,
  );
});

test('a leak beside a backlog that drains is not fixed, and a site beyond those that are listed is not said to be gone', () => {
  const beside = (backlog: readonly number[], others = 0): SeriesAnswer =>
    seriesAnswer(
      leaking.map((value, i) =>
        captureAt(
          10 * i,
          `${i}.pb`,
          `main;${name}@/app/cache.go:39 ${value * mebi}`,
          `main;queue@/app/q.go:1 ${(backlog[i] ?? 0) * mebi}`,
          ...Array.from({ length: others }, (_, k) => `main;f${k} ${100 * (i + 1) * mebi}`),
        ),
      ),
      { settled: new Set(['5.pb']) },
    );
  const drained = verifyFix(series(leaking), beside([0, 300, 600, 900, 1200, 0]));
  assert.equal(drained.kind, 'notFixed');
  assert.match(
    drained.sentence,
    /^Not fixed: .* but for \+50\.0 MiB in 50 min\. \(\*dedupeCache\)\.seen still grows\.$/,
  );
  const many = verifyFix(series(leaking), beside([], 50));
  assert.equal(many.sites[0]?.gone, null);
  assert.match(many.sentence, /Whether \(\*dedupeCache\)\.seen still grows is not known\.$/);
});
