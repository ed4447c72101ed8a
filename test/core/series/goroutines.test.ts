import assert from 'node:assert/strict';
import test from 'node:test';
import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { withGoroutines } from '../../../src/core/series/goroutines.ts';
import { profileOf } from '../answers/lookAt.ts';
import { captureAt } from './captures.ts';

const goroutines = (minutes: number, count: number): ReducedCapture =>
  reduceCapture(
    profileOf({
      sampleTypes: ['goroutine/count'],
      samples: [{ stack: ['main', 'wait'], values: [count] }],
      timeNanos: captureAt(minutes, '', 'f 1').timeNanos + 900_000_000n,
    }),
    `goroutine-${minutes}.pb`,
  );

test('goroutine profiles among heaps count the goroutines of those captured with them', () => {
  const found = withGoroutines([
    goroutines(0, 7),
    captureAt(0, 'a.pb', 'f 1'),
    captureAt(5, 'b.pb', 'f 2'),
    goroutines(9, 8),
  ]);
  assert.deepEqual(
    found.captures.map(({ file }) => file),
    ['a.pb', 'b.pb'],
  );
  assert.deepEqual([...found.goroutines], [['a.pb', 7]]);
});

test('goroutine profiles alone are a series of their own', () => {
  const given = [goroutines(0, 7), goroutines(5, 8)];
  assert.deepEqual(withGoroutines(given), { captures: given, goroutines: new Map() });
});
