import assert from 'node:assert/strict';
import test from 'node:test';
import { shapeOf } from '../../../src/core/series/shape.ts';
import { course, noisy, settledLast } from './courses.ts';

test('what rises: its interval is above zero, and so is the rise above noise', () => {
  const rising = [10, 12, 14, 16, 18, 20];
  assert.equal(shapeOf(course(rising)).rises, true);
  assert.equal(shapeOf(noisy(5, rising)).rises, false);
  assert.equal(shapeOf(noisy(4.9, rising)).rises, true);
  assert.equal(shapeOf(course([...rising].reverse())).rises, false);
  assert.equal(shapeOf(course([10, 20, 10, 20, 10, 20])).rises, false);
});

test('a fall below an earlier level counts beyond noise', () => {
  const dented = [10, 20, 30, 28, 40, 50];
  assert.equal(shapeOf(course(dented)).neverBelow, false);
  assert.equal(shapeOf(noisy(1, dented)).neverBelow, true);
  assert.deepEqual(
    [shapeOf(noisy(1, dented)).risesAtEach, shapeOf(course([1, 2, 3, 4])).risesAtEach],
    [false, true],
  );
});

test('one step carries four fifths of all change, and nothing comes back over it', () => {
  assert.deepEqual(shapeOf(course([5, 5, 5, 90, 90, 90])).step, { from: 2, to: 3, share: 1 });
  assert.deepEqual(shapeOf(course([90, 90, 5, 5])).step, { from: 1, to: 2, share: 1 });
  assert.equal(shapeOf(course([0, 0, 79, 79, 100])).step, null);
  assert.equal(shapeOf(course([0, 0, 81, 81, 100])).step?.share, 0.81);
  assert.equal(shapeOf(course([0, 0, 100, 100, 0, 0])).step, null);
  assert.equal(shapeOf(course([0, 90, -1, -1, -1])).step, null);
  assert.equal(shapeOf(noisy(50, [5, 5, 5, 90, 90, 90])).step, null);
  assert.equal(shapeOf(noisy(10, [0, 0, 100, 85, 70, 55, 40, 25, 10, -5])).step, null);
});

test('drained is what is gone of the growth, counted to the highest', () => {
  assert.deepEqual(shapeOf(settledLast(1, [10, 30, 60, 50, 15])).drained, {
    first: 0,
    peak: 2,
    settled: 4,
    share: 0.9,
  });
  assert.equal(shapeOf(course([10, 30, 60])).drained, null);
  assert.equal(shapeOf(settledLast(1, [10, 9, 8])).drained, null);
  assert.equal(shapeOf(settledLast(2, [10, 30])).drained, null);
  // What came after it and is higher, nobody has seen settle.
  const settled = [false, false, true, false];
  assert.equal(shapeOf(course([10, 60, 15, 90], { settled })).drained, null);
  assert.equal(shapeOf(course([10, 60, 15, 50], { settled })).drained?.share, 0.9);
});

test('rank correlations with requests and with time', () => {
  const requests = [1, 5, 2, 6, 3, 7];
  const shape = shapeOf(course([10, 50, 20, 60, 30, 70], { requests }));
  assert.equal(shape.traffic?.withRequests, 1);
  assert.ok((shape.traffic?.withTime ?? 1) < 0.72);
  assert.deepEqual(shapeOf(course([1, 2, 3, 4], { requests: [2, 2, 2, 2] })).traffic?.withRequests, 0);
  assert.equal(shapeOf(course([1, 2, 3, 4])).traffic, null);
});

test('of thousands of captures the slope is that of some', () => {
  const started = process.cpuUsage();
  const rising = Array.from({ length: 5000 }, (_, at) => 3 * at + (at % 2));
  const { slope } = shapeOf(course(rising));
  assert.ok(Math.abs((slope?.value ?? 0) - 3) < 0.01);
  assert.ok(process.cpuUsage(started).user < 2_000_000);
});
