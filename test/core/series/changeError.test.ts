import assert from 'node:assert/strict';
import test from 'node:test';
import { changeError, type Sampling } from '../../../src/core/series/changeError.ts';

/** As many samples as the value says, of one byte. */
function sampling(values: readonly number[]): Sampling {
  return {
    ofValue: at => values[at] ?? 0,
    ofChange: (from, to) => Math.abs((values[to] ?? 0) - (values[from] ?? 0)),
  };
}

const error = (values: readonly number[], from: number, to: number): number =>
  changeError(values, sampling(values))(from, to);

test('what stays is sampled once: a change has the noise of what came', () => {
  const values = [1000, 1000, 1000, 1000, 1004, 1008, 1012, 1016];
  assert.equal(error(values, 0, 7), 4);
});

test('a step is no scatter', () => {
  assert.equal(error([100, 100, 100, 100, 500, 500, 500, 500], 3, 4), 20);
});

test('what is new at each capture scatters, by no more than both values can', () => {
  const values = [100, 112, 95, 104, 90, 108, 97, 111];
  assert.ok(Math.abs(error(values, 0, 7) - Math.sqrt(211)) < 1e-12);
  const wild = [100, 300, 90, 280, 110, 310, 95];
  assert.ok(Math.abs(error(wild, 0, 6) - Math.sqrt(195)) < 1e-12);
});

test('two captures show no scatter', () => {
  assert.equal(error([100, 125], 0, 1), 5);
  assert.equal(error([], 0, 0), 0);
});
