import assert from 'node:assert/strict';
import test from 'node:test';
import type { VerdictKind } from '../src/core/series/series.ts';
import { verdictOf } from '../src/core/series/verdict.ts';
import { seeded, seriesKinds } from './core/series/syntheticSeries.ts';

/** Of each kind. */
const count = 500;
const columns: readonly VerdictKind[] = ['staircase', 'followsTraffic', 'oneStep', 'flat', 'cannotSay'];

type Row = Readonly<Record<VerdictKind, number>>;

/** How many of each kind of series come to which verdict. */
const matrix: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(seriesKinds).map(([kind, make]) => {
    const random = seeded(12);
    const row = { staircase: 0, followsTraffic: 0, oneStep: 0, flat: 0, cannotSay: 0 };
    for (let i = 0; i < count; i++) row[verdictOf(make(random)).kind] += 1;
    return [kind, row];
  }),
);

function matrixText(): string {
  const lines = Object.entries(matrix).map(
    ([kind, row]) => kind.padEnd(18) + columns.map(column => String(row[column]).padStart(15)).join(''),
  );
  return [`of ${count} each`.padEnd(18) + columns.map(column => column.padStart(15)).join(''), ...lines].join(
    '\n',
  );
}

/** At least (`>=`) or at most (`<=`) that share of a kind's series come to that verdict. */
const bounds: readonly [kind: string, verdict: VerdictKind, is: '>=' | '<=', share: number][] = [
  ['flat', 'staircase', '<=', 0],
  ['flat', 'flat', '>=', 0.99],
  ['noise', 'staircase', '<=', 0.01],
  ['noise', 'flat', '>=', 0.97],
  ['ties', 'staircase', '<=', 0.01],
  ['ties', 'flat', '>=', 0.95],
  ['sawtooth', 'staircase', '<=', 0.01],
  ['sawtooth', 'flat', '>=', 0.97],
  ['dailyTraffic', 'followsTraffic', '>=', 0.99],
  ['dailyTraffic', 'staircase', '<=', 0],
  ['dailyUncounted', 'staircase', '<=', 0.01],
  ['oneStep', 'oneStep', '>=', 0.99],
  ['leak', 'staircase', '>=', 0.99],
  ['leakUnderSawtooth', 'staircase', '>=', 0.95],
  ['leakUnderChurn', 'staircase', '>=', 0.8],
  ['backlog', 'followsTraffic', '>=', 1],
  // At the edge of what may be said at all, it is mostly not said.
  ['slowLeak', 'staircase', '<=', 0.2],
  ['slowLeakAlone', 'staircase', '>=', 0.25],
];

test(`verdicts over ${count} series of each kind`, t => {
  t.diagnostic(`\n${matrixText()}`);
  for (const [kind, verdict, is, share] of bounds) {
    const found = (matrix[kind]?.[verdict] ?? Number.NaN) / count;
    assert.ok(
      is === '>=' ? found >= share : found <= share,
      `${kind}: ${found} ${verdict}, not ${is} ${share}\n${matrixText()}`,
    );
  }
});
