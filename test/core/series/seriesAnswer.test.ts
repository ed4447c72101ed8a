import assert from 'node:assert/strict';
import test from 'node:test';
import type { ReducedCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captureAt, captures, mebi, restartedCaptures } from './captures.ts';

const leak = [10, 14, 18, 23, 27, 31, 35, 40].map(each => each * mebi);

test('a leak: verdict, sites and captures with their numbers', () => {
  const { sampleType, verdict, captures: taken, sites, notices, leftOut } = seriesAnswer(captures(...leak));
  assert.deepEqual(sampleType, { type: 'inuse_space', unit: 'bytes' });
  assert.equal(verdict.kind, 'staircase');
  assert.equal(
    verdict.sentence,
    'Staircase: 10.0 MiB → 40.0 MiB over 8 captures in 35 min, never again below an earlier level, +51.0 MiB/h (48.0 MiB … 52.8 MiB).',
  );
  assert.deepEqual(taken.at(-1), {
    file: 'heap-8.pb.gz',
    name: 'heap-8.pb.gz',
    timeNanos: 1_795_613_700_000_000_000n,
    total: 40 * mebi,
    objects: null,
    goroutines: null,
    leakedGoroutines: null,
    settled: false,
    restarted: false,
  });
  assert.deepEqual([sites.length, sites[0]?.name, sites[0]?.line], [1, 'put', 7]);
  assert.deepEqual(sites[0]?.values, leak);
  assert.match(
    sites[0]?.verdict.sentence ?? '',
    /It rose at each of 8 captures; by chance 1 site in 40,000 does\.$/,
  );
  assert.deepEqual([notices, leftOut], [[], []]);
});

test('the order in which files are given does not matter', () => {
  const given = captures(...leak);
  assert.deepEqual(seriesAnswer([...given].reverse()), seriesAnswer(given));
});

test('a settled capture overrules all statistics', () => {
  const given = captures(...leak, 12 * mebi);
  const settled = new Set(['heap-9.pb.gz']);
  const { verdict } = seriesAnswer(given, { settled });
  assert.equal(verdict.kind, 'followsTraffic');
  assert.equal(
    verdict.sentence,
    'Backlog: 93 % of the +30.0 MiB drained once the load had stopped: 12.0 MiB left.',
  );
});

test('what a settled capture still holds', () => {
  const given = captures(...leak, 39 * mebi);
  const { verdict } = seriesAnswer(given, { settled: new Set(['heap-9.pb.gz']) });
  assert.equal(verdict.kind, 'staircase');
  assert.match(
    verdict.sentence,
    /Only 3\.3 % of the \+30\.0 MiB drained once the load had stopped: 39\.0 MiB left\.$/,
  );
});

test('sites that grew most come first, with a value for each capture', () => {
  const given = [0, 1, 2, 3, 4].map(i =>
    captureAt(i, `${i}.pb`, `slow ${100 + i}`, `fast ${10 * i}`, ...(i > 2 ? [`late ${i}`] : []), 'same 5'),
  );
  assert.deepEqual(
    seriesAnswer(given).sites.map(({ name, values }) => [name, values]),
    [
      ['fast', [0, 10, 20, 30, 40]],
      ['late', [0, 0, 0, 3, 4]],
      ['slow', [100, 101, 102, 103, 104]],
    ],
  );
});

test('with settled captures enough, growth is what stays from one to the next', () => {
  const rounds = [0, 1, 2, 3];
  const given = rounds.flatMap(i => [
    captureAt(2 * i, `load-${i}.pb`, `drains ${100 * (i + 1)}`, `stays ${10 * (i + 1)}`),
    captureAt(2 * i + 1, `after-${i}.pb`, `drains ${1 + i}`, `stays ${10 * (i + 1)}`),
  ]);
  const settled = new Set(rounds.map(i => `after-${i}.pb`));
  assert.deepEqual(
    seriesAnswer(given, { settled }).sites.map(({ name, verdict }) => [name, verdict.seen.change]),
    [
      ['stays', 30],
      ['drains', 3],
    ],
  );
});

test('after a restart verdicts are on the last process, or on the longest where that is too short', () => {
  const judged = (values: readonly number[], restart: number) => {
    const { judged: run, verdict, sites } = seriesAnswer(restartedCaptures(values, restart));
    return [run, verdict.kind, verdict.seen, sites[0]?.verdict.seen];
  };
  const seen = (captures: number) => ({ captures, milliseconds: 300_000 * (captures - 1), change: 40 });
  assert.deepEqual(judged([90, 91, 10, 20, 30, 40, 50], 2), [
    { from: 2, to: 7 },
    'staircase',
    seen(5),
    seen(5),
  ]);
  assert.deepEqual(judged([10, 20, 30, 40, 50, 9, 9], 5), [
    { from: 0, to: 5 },
    'staircase',
    seen(5),
    seen(5),
  ]);
});

test('of captures that all have one time, the order is known and no rate', () => {
  const { verdict } = seriesAnswer(
    [10, 20, 30, 40].map((value, i) => captureAt(0, `run${i + 1}.pb`, `f ${value}`)),
  );
  assert.deepEqual([verdict.kind, verdict.perHour], ['staircase', null]);
  assert.match(verdict.sentence, /^Staircase: 10 B → 40 B over 4 captures, never again below/);
});

test('how many sites grew that are not listed', () => {
  const capture = (minutes: number): ReducedCapture =>
    captureAt(
      minutes,
      `${minutes}.pb`,
      ...Array.from({ length: 53 }, (_, i) => `f${i} ${(i + 1) * (minutes + 1)}`),
    );
  const { sites, moreSites } = seriesAnswer([0, 1, 2, 3].map(capture));
  assert.deepEqual([sites.length, moreSites], [50, 3]);
  assert.equal(seriesAnswer(captures(...leak)).moreSites, 0);
});

test('nothing at all', () => {
  const { verdict, captures: taken, sites } = seriesAnswer([]);
  assert.deepEqual([verdict.kind, taken, sites], ['cannotSay', [], []]);
});
