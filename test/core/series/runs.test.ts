import assert from 'node:assert/strict';
import test from 'node:test';
import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { judgedRun, restarts } from '../../../src/core/series/runs.ts';
import { profileOf } from '../answers/lookAt.ts';

function capture(allocated: number, buildId = '1'): ReducedCapture {
  const profile = profileOf({
    sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
    samples: [
      { stack: ['main', 'put'], values: [allocated, 5] },
      { stack: ['main', 'get'], values: [10, 1] },
    ],
    binary: { file: '/app', buildId },
  });
  return reduceCapture(profile, 'a.pb');
}

test('counters that went back, or another build, are another process', () => {
  assert.deepEqual(restarts([capture(100), capture(200), capture(50), capture(60)]), [
    false,
    false,
    true,
    false,
  ]);
  assert.deepEqual(restarts([capture(100), capture(200, '2')]), [false, true]);
});

test('what rounding makes of a counter is no restart', () => {
  assert.deepEqual(restarts([capture(100_000), capture(99_999)]), [false, false]);
});

const runs: readonly [title: string, restarted: string, from: number, to: number][] = [
  ['none', '........', 0, 8],
  ['the last, if it is long enough', '......x...', 6, 10],
  ['else the longest', '..x.....x..', 2, 8],
  ['of equals the last', '...x..x..', 6, 9],
  ['of nothing', '', 0, 0],
];
for (const [title, restarted, from, to] of runs) {
  test(`the judged run: ${title}`, () => {
    assert.deepEqual(
      judgedRun(
        [...restarted].map(each => each === 'x'),
        4,
      ),
      { from, to },
    );
  });
}
