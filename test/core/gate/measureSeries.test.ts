import assert from 'node:assert/strict';
import test from 'node:test';
import { parseLimit } from '../../../src/core/gate/limit.ts';
import { judgeSeries } from '../../../src/core/gate/measureSeries.ts';
import type { Estimate, Left, SeriesAnswer, Verdict, VerdictKind } from '../../../src/core/series/series.ts';

const MiB = 1 << 20;

/** Over an hour. */
function verdict(
  kind: VerdictKind,
  perHour: number | null,
  change: number,
  left: Left | null = null,
): Verdict {
  const estimate: Estimate | null =
    perHour === null ? null : { value: perHour, low: perHour / 2, high: 2 * perHour };
  return {
    kind,
    sentence: `${kind}.`,
    perHour: estimate,
    seen: { captures: 4, milliseconds: perHour === null ? 0 : 3_600_000, change },
    left,
  };
}

function series(of: Verdict): SeriesAnswer {
  const site = {
    name: 'main.put',
    file: '/app/c.go',
    line: 3,
    own: [],
    calledFrom: null,
    values: [],
    verdict: of,
  };
  return {
    sampleType: { type: 'inuse_space', unit: 'bytes' },
    sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }],
    captures: [],
    judged: { from: 0, to: 4 },
    verdict: of,
    requestsPerHour: null,
    sites: [site],
    moreSites: 0,
    setAside: [],
    gaps: [],
    notices: [],
    leftOut: [],
  };
}

function outcome(text: string, answer: SeriesAnswer): string {
  const limit = parseLimit(text);
  assert.ok(limit !== null);
  const { outcome: kind, sentence } = judgeSeries(limit, answer);
  return `${kind}: ${sentence}`;
}

test('a staircase passes by its rate, and by what it grew', () => {
  const stairs = series(verdict('staircase', 6 * MiB, 8 * MiB));
  assert.equal(outcome('growth > 5MiB/h', stairs), 'passed: +6.0 MiB/h');
  assert.equal(outcome('growth > 5MiB', stairs), 'passed: +8.0 MiB');
  assert.equal(outcome('site > 7MiB/h', stairs), 'held: +6.0 MiB/h at most at a site');
});

test('what comes and goes with the load is no growth, and its number is told', () => {
  const traffic = series(verdict('followsTraffic', 9 * MiB, 9 * MiB));
  assert.equal(outcome('growth > 1MiB', traffic), 'held: +9.0 MiB, which comes and goes with the load');
  assert.equal(outcome('growth > 1MiB/h', traffic), 'held: +9.0 MiB/h, which comes and goes with the load');
  assert.equal(outcome('site > 1MiB', traffic), 'held: 0 B at most at a site');
});

test('of a backlog that drained, what is left is growth', () => {
  const drained = (change: number, isNoise: boolean): SeriesAnswer =>
    series(verdict('followsTraffic', 90 * MiB, 90 * MiB, { change, milliseconds: 7_200_000, isNoise }));
  assert.equal(outcome('growth > 5MiB', drained(8 * MiB, false)), 'passed: +8.0 MiB');
  assert.equal(outcome('growth > 5MiB/h', drained(8 * MiB, false)), 'held: +4.0 MiB/h');
  assert.equal(outcome('growth > 3MiB/h', drained(8 * MiB, false)), 'passed: +4.0 MiB/h');
  assert.equal(outcome('growth > 5MiB', drained(8 * MiB, true)), 'cannotJudge: followsTraffic');
  assert.equal(outcome('growth > 5MiB', drained(-8 * MiB, false)), 'held: −8.0 MiB');
});

test('what is flat holds a limit by its trend; where that is past it, it may be chance, and cannot be judged', () => {
  // Up and down by more than the limit, as between two collections.
  const saw = series(verdict('flat', MiB / 4, 9 * MiB));
  assert.equal(outcome('growth > 1MiB', saw), 'held: +256.0 KiB');
  assert.equal(outcome('growth > 1MiB/h', saw), 'held: +256.0 KiB/h');
  const unsure = series(verdict('flat', 3 * MiB, 9 * MiB));
  assert.equal(outcome('growth > 1MiB', unsure), 'cannotJudge: flat');
  assert.equal(outcome('growth > 1MiB/h', unsure), 'cannotJudge: flat');
  assert.equal(outcome('site > 1MiB/h', unsure), 'cannotJudge: flat');
  assert.equal(outcome('growth > 1MiB/h', series(verdict('flat', -MiB, -MiB))), 'held: −1.0 MiB/h');
});

test('one step is growth, and alone no rate', () => {
  const estimate = { value: 0, low: -MiB, high: MiB };
  const step = series({ ...verdict('oneStep', 0, 9 * MiB), perHour: estimate });
  assert.equal(outcome('growth > 1MiB', step), 'passed: +9.0 MiB');
  assert.equal(outcome('growth > 1MiB/h', step), 'cannotJudge: oneStep');
  assert.equal(outcome('growth > 10MiB/h', step), 'held: +9.0 MiB/h');
});

test('where there is no trend, growth past the limit cannot be judged', () => {
  const unknown = series(verdict('cannotSay', null, 9 * MiB));
  assert.equal(outcome('growth > 1MiB', unknown), 'cannotJudge: cannotSay');
  assert.equal(outcome('growth > 1MiB/h', unknown), 'cannotJudge: cannotSay');
  assert.equal(outcome('growth > 10MiB', unknown), 'held: +9.0 MiB');
  const rises = { value: 9 * MiB, low: -MiB, high: 20 * MiB };
  const wide = series({ ...verdict('cannotSay', 0, 9 * MiB), perHour: rises });
  assert.equal(outcome('growth > 1MiB/h', wide), 'cannotJudge: cannotSay');
});

test('where the captures have no times, a trend has no rate', () => {
  const stairs = series(verdict('staircase', null, 8 * MiB));
  assert.equal(
    outcome('growth > 5MiB/h', stairs),
    'cannotJudge: nothing is known of how much time is between the captures',
  );
  assert.equal(outcome('growth > 5MiB', stairs), 'passed: +8.0 MiB');
  assert.equal(outcome('growth > 5MiB/h', series(verdict('flat', null, 0))), 'held: 0 B/h');
});
