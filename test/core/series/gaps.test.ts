import assert from 'node:assert/strict';
import test from 'node:test';
import { reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import type { SeriesAnswer } from '../../../src/core/series/series.ts';
import { type Beside, seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { heap, profileOf } from '../answers/lookAt.ts';
import { captureAt, captures } from './captures.ts';

const gapsOf = (...args: Parameters<typeof seriesAnswer>): string[] =>
  seriesAnswer(...args).gaps.map(({ claim, closing }) => `${closing}: ${claim}`);
const leak = captures(10, 20, 30, 40, 50);
const oneProcess = 'captureAllocations: whether it is one process throughout';
const settled: Beside['settled'] = new Set(['heap-5.pb.gz']);

test('what a staircase under load cannot tell', () => {
  assert.deepEqual(gapsOf(leak), [
    'captureSettled: whether it is a leak or a backlog',
    'captureLonger: whether it follows traffic',
    oneProcess,
  ]);
});

test('a settled capture closes both', () => {
  assert.deepEqual(gapsOf(leak, { settled }), [oneProcess]);
});

test('what does not grow has nothing to be told apart', () => {
  assert.deepEqual(gapsOf(captures(50, 40, 60, 45, 50)), [oneProcess]);
});

test('too few captures, none collected in between, no times', () => {
  assert.equal(gapsOf(captures(1, 2, 3))[0], 'captureAgain: whether it goes on growing');
  const same: SeriesAnswer = seriesAnswer(captures(10, 10, 10, 10, 20));
  assert.deepEqual(same.gaps[0], {
    claim: 'whether it goes on growing',
    why: '3 of 5 captures hold the same as the one before: no garbage was collected in between',
    closedBy: 'Capture with ?gc=1, so that each sees a heap that was collected.',
    closing: 'captureCollected',
  });
  assert.match(
    seriesAnswer(captures(10, 40, 40, 100)).gaps[0]?.why ?? '',
    /^1 of 4 captures holds the same /,
  );
  const untimed = [1, 2, 3, 4].map(i => reduceCapture(heap(`f ${i}`), `${i}.pb`));
  assert.ok(gapsOf(untimed).includes('captureAgain: growth an hour'));
  const why = (minutes: readonly number[]): string | undefined =>
    seriesAnswer(
      minutes.map((minute, i) => {
        const capture = captureAt(minute, `h-${i}.pb`, `f ${i + 1}`);
        return minute < 0 ? { ...capture, timeNanos: 0n } : capture;
      }),
    ).gaps.find(({ claim }) => claim === 'growth an hour')?.why;
  assert.equal(why([-1, -1, -1, -1]), 'the captures do not say when they were taken');
  assert.equal(why([0, -1, 5, 10]), '1 of 4 captures do not say when they were taken');
  assert.equal(why([5, 5, 5, 5]), 'the captures all have the same time');
  assert.equal(why([0, 5, 10, 15]), undefined);
});

test('a counter of what was allocated shows that it is one process', () => {
  const counted = leak.map(capture => ({ ...capture, countsAllocated: true }));
  assert.deepEqual(gapsOf(counted, { settled }), []);
});

test('of async-profiler’s captures it is not known how much there is', () => {
  const alone = leak.map(capture => ({ ...capture, sampledAlone: true }));
  assert.equal(gapsOf(alone, { settled })[0], 'showSeries: how much memory is in use');
});

test('few samples, and stacks that were cut', () => {
  const sampledOf = (...counts: readonly number[]) =>
    counts.map((count, i) =>
      reduceCapture(
        profileOf({
          sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
          samples: [{ stack: ['f'], values: [count, count * 524_288] }],
          period: 524_288,
          timeNanos: captureAt(i + 1, '', 'f 1').timeNanos,
        }),
        `${i + 1}.pb`,
      ),
    );
  const why = (...counts: readonly number[]) => seriesAnswer(sampledOf(...counts)).gaps.at(-1)?.why;
  assert.equal(why(1, 2, 3, 4), 'only about 3 samples stand behind the last capture');
  assert.equal(why(4, 3, 2, 1), 'only about one sample stands behind the last capture');
  assert.ok(!why(4, 3, 2, 0)?.includes('stand'));
  const cut = sampledOf(1, 2, 3, 4).map(capture => ({ ...capture, cut: true }));
  assert.equal(seriesAnswer(cut).gaps.at(-1)?.closing, 'captureWholeStacks');
});
