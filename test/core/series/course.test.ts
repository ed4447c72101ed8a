import assert from 'node:assert/strict';
import test from 'node:test';
import { floorOf, isWithinNoise, trendCaptures } from '../../../src/core/series/course.ts';
import { course, noisy, settledLast } from './courses.ts';

const all = (values: readonly number[]): number[] => values.map((_, at) => at);

test('up to two standard errors a change is noise', () => {
  const values = noisy(5, [100, 110, 111]);
  assert.deepEqual([isWithinNoise(values, 0, 1), isWithinNoise(values, 0, 2)], [true, false]);
});

test('trends are seen under load, or between loads where there are enough of them', () => {
  assert.deepEqual(trendCaptures(settledLast(1, [1, 2, 3, 4, 1])), [0, 1, 2, 3]);
  const settled = [false, true, false, true, false, true, false, true];
  assert.deepEqual(trendCaptures(course([9, 1, 9, 2, 9, 3, 9, 4], { settled })), [1, 3, 5, 7]);
});

test('the floor of a sawtooth is what is left after each fall', () => {
  const sawtooth = [10, 20, 30, 11, 21, 31, 12, 22, 32, 13, 23, 33, 14, 24, 34, 15, 25];
  assert.deepEqual(floorOf(course(sawtooth), all(sawtooth)), [0, 3, 6, 9, 12, 15]);
});

test('without falls, or with too few, every capture is floor', () => {
  const rising = [1, 2, 3, 4, 5, 6];
  assert.deepEqual(floorOf(course(rising), all(rising)), all(rising));
  const twice = [1, 9, 2, 9, 3, 9];
  assert.deepEqual(floorOf(course(twice), all(twice)), all(twice));
});
