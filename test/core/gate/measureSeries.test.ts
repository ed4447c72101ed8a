import assert from 'node:assert/strict';
import test from 'node:test';
import { parseLimit } from '../../../src/core/gate/limit.ts';
import { judgeSeries } from '../../../src/core/gate/measureSeries.ts';
import { fewestCaptures } from '../../../src/core/series/course.ts';
import { judgedRun } from '../../../src/core/series/runs.ts';
import type { Estimate, SeriesAnswer, Verdict, VerdictKind } from '../../../src/core/series/series.ts';

const MiB = 1 << 20;

function verdict(kind: VerdictKind, perHour: number | null): Verdict {
  const estimate: Estimate | null =
    perHour === null ? null : { value: perHour, low: perHour / 2, high: 2 * perHour };
  return {
    kind,
    sentence: `${kind}.`,
    perHour: estimate,
    seen: { captures: 4, milliseconds: 3_600_000, change: 0 },
  };
}

function series(totals: readonly number[], of: Verdict, restartedAt = -1): SeriesAnswer {
  const captures = totals.map((total, i) => ({
    file: `h${i}.pb`,
    name: `h${i}.pb`,
    timeNanos: 0n,
    total,
    objects: null,
    goroutines: null,
    leakedGoroutines: null,
    settled: false,
    restarted: i === restartedAt,
  }));
  const site = {
    name: 'main.put',
    file: '/app/c.go',
    line: 3,
    own: [],
    calledFrom: null,
    values: totals,
    verdict: of,
  };
  return {
    sampleType: { type: 'inuse_space', unit: 'bytes' },
    sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }],
    captures,
    judged: judgedRun(
      captures.map(({ restarted }) => restarted),
      fewestCaptures,
    ),
    verdict: of,
    requestsPerHour: null,
    sites: [site],
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
  const stairs = series([0, 4 * MiB, 8 * MiB], verdict('staircase', 6 * MiB));
  assert.equal(outcome('growth > 5MiB/h', stairs), 'passed: +6.0 MiB/h');
  assert.equal(outcome('growth > 5MiB', stairs), 'passed: +8.0 MiB');
  assert.equal(outcome('site > 7MiB/h', stairs), 'held: +6.0 MiB/h at most at a site');
});

test('what comes down again is no growth', () => {
  assert.equal(
    outcome('growth > 1MiB', series([0, 9 * MiB], verdict('followsTraffic', 9 * MiB))),
    'held: 0 B',
  );
  assert.equal(outcome('growth > 1MiB/h', series([0, 9 * MiB], verdict('flat', 9 * MiB))), 'held: 0 B/h');
});

test('where there is no trend, growth past the limit cannot be judged', () => {
  assert.equal(
    outcome('growth > 1MiB', series([0, 9 * MiB], verdict('cannotSay', null))),
    'cannotJudge: cannotSay',
  );
  assert.equal(
    outcome('growth > 1MiB/h', series([0, 9 * MiB], verdict('cannotSay', null))),
    'cannotJudge: cannotSay',
  );
  assert.equal(outcome('growth > 10MiB', series([0, 9 * MiB], verdict('cannotSay', null))), 'held: +9.0 MiB');
});

test('where the captures have no times, a trend has no rate', () => {
  const stairs = series([0, 4 * MiB, 8 * MiB], verdict('staircase', null));
  assert.equal(
    outcome('growth > 5MiB/h', stairs),
    'cannotJudge: the captures do not say how much time is between them',
  );
  assert.equal(outcome('growth > 5MiB', stairs), 'passed: +8.0 MiB');
});

test('known leaks are no growth of the whole', () => {
  const grown = series([0, 4 * MiB, 8 * MiB], verdict('staircase', 6 * MiB));
  const known = { name: 'main.log', file: '', line: 0, own: [], because: '', values: [0, 3 * MiB, 7 * MiB] };
  assert.equal(outcome('growth > 5MiB', { ...grown, setAside: [known] }), 'held: +1.0 MiB');
});

test('growth is that since the last start, or of the longest run where that is too short', () => {
  assert.equal(
    outcome('growth > 1MiB', series([0, 9 * MiB, MiB, 2 * MiB], verdict('staircase', 1), 2)),
    'held: +1.0 MiB',
  );
  const restarted = series([0, 3 * MiB, 6 * MiB, 9 * MiB, MiB, MiB], verdict('staircase', 1), 4);
  assert.equal(outcome('growth > 5MiB', restarted), 'passed: +9.0 MiB');
  assert.equal(outcome('site > 5MiB', restarted), 'passed: +9.0 MiB');
});
