import assert from 'node:assert/strict';
import test from 'node:test';
import { judge, type Measurement } from '../../../src/core/gate/judge.ts';
import { parseLimit } from '../../../src/core/gate/limit.ts';

const MiB = 1 << 20;
const place = { name: 'main.put', file: '/app/c.go', line: 3, startLine: 0 };

function measured(growth: number, error = 0, more: Partial<Measurement> = {}): Measurement {
  const evidence = { samples: 1, standardError: error };
  const whole = { growth, evidence, unknown: null };
  return {
    type: 'inuse_space',
    unit: 'bytes',
    whole,
    sites: [{ ...whole, place }],
    hours: 0.5,
    blocked: null,
    ...more,
  };
}

function outcome(text: string, measurement: Measurement): string {
  const limit = parseLimit(text);
  assert.ok(limit !== null);
  const { outcome: kind, sentence } = judge(limit, measurement);
  return `${kind}: ${sentence}`;
}

test('a limit is passed by what is above it, an hour of half an hour being twice as much', () => {
  assert.equal(outcome('growth > 5MiB', measured(6 * MiB)), 'passed: +6.0 MiB');
  assert.equal(outcome('growth > 5MiB', measured(5 * MiB)), 'held: +5.0 MiB');
  assert.equal(outcome('growth > 5MiB/h', measured(3 * MiB)), 'passed: +6.0 MiB/h');
  assert.equal(outcome('growth > 5MiB/h', measured(2 * MiB)), 'held: +4.0 MiB/h');
  assert.equal(outcome('growth > 5MiB', measured(-9 * MiB)), 'held: −9.0 MiB');
});

test('of what is counted, less than one an hour passes a limit with its digits', () => {
  const goroutines = measured(3, 0, { type: 'goroutine', unit: 'count', hours: 15 });
  assert.equal(outcome('growth > 0.1/h', goroutines), 'passed: +0.2/h');
  assert.equal(outcome('growth > 1/h', goroutines), 'held: +0.2/h');
  assert.equal(outcome('site > 1/h', goroutines), 'held: +0.2/h at most at a site');
  const noisy = measured(3, 6, { type: 'goroutine', unit: 'count', hours: 15 });
  assert.equal(outcome('growth > 0.1/h', noisy), 'cannotJudge: +0.2/h is within sampling noise (± 0.8/h)');
});

test('growth that sampling alone makes passes nothing, and is not held either', () => {
  assert.equal(
    outcome('growth > 5MiB', measured(6 * MiB, 3 * MiB)),
    'cannotJudge: +6.0 MiB is within sampling noise (± 6.0 MiB)',
  );
  assert.equal(outcome('growth > 5MiB', measured(6.1 * MiB, 3 * MiB)), 'passed: +6.1 MiB');
  assert.match(outcome('site > 1MiB', measured(2 * MiB, 2 * MiB)), /^cannotJudge/);
});

test('sites are judged one by one, and those that pass are named', () => {
  const one = { growth: 2 * MiB, evidence: null, unknown: null, place };
  const sites = [
    one,
    { ...one, growth: 4 * MiB, place: { ...place, name: 'main.log' } },
    { ...one, growth: 1 },
  ];
  const limit = parseLimit('site > 1MiB');
  assert.ok(limit !== null);
  const judged = judge(limit, measured(0, 0, { sites }));
  assert.equal(judged.sentence, '+4.0 MiB at the largest of 2 sites');
  assert.deepEqual(
    judged.sites.map(({ name }) => name),
    ['main.put', 'main.log'],
  );
  assert.equal(outcome('site > 9MiB', measured(0, 0, { sites })), 'held: +4.0 MiB at most at a site');
});

test('what cannot be judged says why', () => {
  assert.match(
    outcome('growth > 1MiB/h', measured(9 * MiB, 0, { hours: null })),
    /^cannotJudge: nothing is known of how much time/,
  );
  assert.match(
    outcome('growth > 1MiB/h', measured(9 * MiB, 0, { hours: 0 })),
    /^cannotJudge: nothing is known of how much time/,
  );
  assert.equal(
    outcome('growth > 1MiB/h', measured(9 * MiB, 0, { hours: 0, noHours: 'both give the same time' })),
    'cannotJudge: both give the same time',
  );
  assert.match(
    outcome('growth > 1MiB', measured(0, 0, { blocked: 'two programs' })),
    /^cannotJudge: two programs$/,
  );
  assert.match(
    outcome('growth > 1MiB', measured(9, 0, { type: 'inuse_objects', unit: 'count' })),
    /^cannotJudge: inuse_objects is not measured in MiB$/,
  );
});
