import assert from 'node:assert/strict';
import test from 'node:test';
import { leftIn, leftPerHour, ratesOf, stayed } from '../../../src/core/fix/fixRates.ts';
import type { Left, SeriesAnswer } from '../../../src/core/series/series.ts';
import { seriesAnswer } from '../../../src/core/series/seriesAnswer.ts';
import { captureAt } from '../series/captures.ts';

const hour = 3_600_000;

/** Captures an hour apart, the last settled or not, so many requests an hour counted or none. */
function series(values: readonly number[], isSettled: boolean, requestsPerHour: number | null): SeriesAnswer {
  const answer = seriesAnswer(
    values.map((value, i) => captureAt(60 * i, `${i}.pb`, `main;put ${value}`)),
    { settled: new Set(isSettled ? [`${values.length - 1}.pb`] : []) },
  );
  return { ...answer, requestsPerHour };
}

test('growth is given by requests where both series have counted them, else by the hour', () => {
  const [grows, drains] = [series([10, 20, 30, 40], false, 500), series([0, 30, 60, 90, 6], true, 2000)];
  const rates = ratesOf(grows, drains);
  assert.equal(rates.per, 'requests');
  assert.deepEqual(rates.before, { value: 20, low: 20, high: 20 });
  assert.deepEqual(rates.after?.value, 15);
  assert.equal(rates.seen, 3 * hour);
  const byHour = ratesOf(grows, { ...drains, requestsPerHour: null });
  assert.deepEqual([byHour.per, byHour.before?.value, byHour.after?.value], ['hour', 10, 30]);
  // Of what drained, only what is left stayed.
  assert.deepEqual(stayed(rates, drains), { value: 0.75, low: 0.75, high: 0.75 });
  assert.equal(stayed(byHour, drains)?.value, 1.5);
  assert.deepEqual(stayed(rates, grows), rates.after);
});

test('what is left is growth of its time, and nothing where sampling alone may have made it', () => {
  const { verdict } = series([0, 30, 60, 90, 6], true, null);
  assert.deepEqual(leftIn(verdict), { change: 6, milliseconds: 4 * hour, isNoise: false });
  assert.equal(leftIn({ ...verdict, kind: 'staircase' }), null);
  const left = (rest: Partial<Left>) =>
    leftPerHour({ ...verdict, left: { change: 6, milliseconds: hour, isNoise: false, ...rest } })?.value;
  assert.deepEqual([left({}), left({ isNoise: true }), left({ milliseconds: 0 })], [6, 0, undefined]);
});
