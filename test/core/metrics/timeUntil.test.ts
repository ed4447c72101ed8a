import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { timeUntil } from '../../../src/core/metrics/timeUntil.ts';
import type { Metric } from '../../../src/core/series/series.ts';

const MiB = 1024 ** 2;
const minute = 60_000;

/** A value each minute. */
function rss(count: number, value: (minute: number) => number): Metric {
  return {
    name: 'rss',
    times: Float64Array.from({ length: count }, (_, i) => i * minute),
    values: Float64Array.from({ length: count }, (_, i) => value(i) * MiB),
  };
}

test('a rise of a MiB a minute, with the saw of the collector on it', () => {
  // 100 MiB at first, and the floor 220 MiB after two hours: 200 more minutes to 420 MiB.
  const { hours, sentence } = timeUntil(
    rss(121, at => 100 + at + (at % 3) * 10),
    420 * MiB,
  );
  assert.ok(hours !== null && hours.low <= hours.value && hours.value <= hours.high);
  assert.ok(Math.abs(hours.value - 200 / 60) < 0.1, `${hours.value}`);
  assert.match(
    sentence,
    /^The floor of rss rises by \+60\.\d MiB\/h \(.*\) and meets 420\.0 MiB in about 3 h 2\d min \(.* … .*\); peaks, up to 2\d\.\d MiB higher, meet it sooner\.$/,
  );
});

test('a limit that the floor stands before is met now, not in no time', () => {
  // The last value lies below the line through the others.
  const metric = rss(12, at => (at === 11 ? 110.5 : 100 + at));
  const { sentence } = timeUntil(metric, 110.6 * MiB);
  assert.match(sentence, /^The floor of rss rises by .* and meets 110\.6 MiB within a second/);
});

test('without a sure rise, without enough values or without any, nobody knows, and it is said why', () => {
  const why = (metric: Metric, limit = 420): string => {
    const { hours, sentence } = timeUntil(metric, limit * MiB);
    assert.equal(hours, null);
    return sentence;
  };
  assert.match(
    why(rss(120, at => 100 + ((at * 7919) % 13))),
    /^When rss meets 420\.0 MiB is not known: .* is no sure rise\.$/,
  );
  assert.match(why(rss(120, () => 100)), /no sure rise/);
  assert.match(why(rss(3, at => 100 + at)), /3 values since it began make no trend/);
  assert.match(why(rss(1, () => 100)), /one value since it began makes no trend/);
  assert.match(why(rss(0, () => 0)), /it has no values/);
  assert.match(why(rss(9, at => 500 + at)), /^Rss is 508\.0 MiB: it has met 420\.0 MiB already\.$/);
  assert.match(why(rss(60, at => 100 + at / 1000)), /it would take .* d.*, and it was watched for 59 min\.$/);
});

test('a process that was started anew is watched from there', () => {
  const twice = rss(200, at => (at < 100 ? 100 + 3 * at : 100 + (at - 100)));
  const { hours } = timeUntil(twice, 299 * MiB);
  assert.ok(hours !== null && Math.abs(hours.value - 100 / 60) < 0.1, `${hours?.value}`);
  assert.match(
    timeUntil(
      rss(103, at => (at < 100 ? 100 + 3 * at : 100)),
      420 * MiB,
    ).sentence,
    /3 values since it began/,
  );
});

test('whatever is measured, there is a sentence, and a time that is no less than nothing', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { maxLength: 90 });
  fc.assert(
    fc.property(values, fc.double({ min: 1, max: 1e12, noNaN: true }), (all, limit) => {
      const { hours, sentence } = timeUntil(
        rss(all.length, at => (all[at] ?? 0) / MiB),
        limit,
      );
      assert.match(sentence, /\d.*\.$/);
      assert.doesNotMatch(sentence, /NaN|Infinity|undefined/);
      if (hours !== null) assert.ok(0 <= hours.low && hours.low <= hours.value && hours.value <= hours.high);
    }),
  );
});
