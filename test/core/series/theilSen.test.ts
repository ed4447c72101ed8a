import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { sampleRankCorrelation } from 'simple-statistics';
import { theilSen } from '../../../src/core/series/theilSen.ts';

interface Golden {
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly spearman: number | null;
}

const file = join(import.meta.dirname, '../../fixtures/series/golden.json');
const golden: readonly Golden[] = JSON.parse(readFileSync(file, 'utf8'));

function near(actual: number | undefined, expected: number, what: string): void {
  const distance = Math.abs((actual ?? Number.NaN) - expected);
  assert.ok(distance <= 1e-9 * Math.max(1, Math.abs(expected)), `${what}: ${actual}, not ${expected}`);
}

test('slopes and intervals are those of scipy.stats.theilslopes, with ties in values and times', () => {
  assert.ok(golden.length > 40);
  golden.forEach(({ times, values, slope, low, high }, i) => {
    const found = theilSen(times, values);
    near(found?.value, slope, `slope ${i}`);
    near(found?.low, low, `low ${i}`);
    near(found?.high, high, `high ${i}`);
  });
});

test('rank correlations are those of scipy.stats.spearmanr', () => {
  golden.forEach(({ times, values, spearman }, i) => {
    if (spearman !== null) near(sampleRankCorrelation([...times], [...values]), spearman, `spearman ${i}`);
  });
});

test('times that are all one have no slope', () => {
  assert.equal(theilSen([7, 7, 7], [1, 2, 3]), null);
  assert.equal(theilSen([7], [1]), null);
});
