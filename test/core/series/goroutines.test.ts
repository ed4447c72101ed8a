import assert from 'node:assert/strict';
import test from 'node:test';
import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { leakedNotice, leaksNotices, withGoroutines } from '../../../src/core/series/goroutines.ts';
import { profileOf } from '../answers/lookAt.ts';
import { captureAt } from './captures.ts';

const goroutines = (minutes: number, count: number, type = 'goroutine'): ReducedCapture =>
  reduceCapture(
    profileOf({
      sampleTypes: [`${type}/count`],
      samples: [{ stack: ['main', 'wait'], values: [count] }],
      timeNanos: captureAt(minutes, '', 'f 1').timeNanos + 900_000_000n,
    }),
    `${type}-${minutes}.pb`,
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
  assert.deepEqual(found.goroutines.get('a.pb'), { goroutines: 7, leakedGoroutines: null });
  assert.deepEqual(found.goroutines.get('b.pb'), { goroutines: null, leakedGoroutines: null });
});

test('goroutine profiles alone are a series of their own', () => {
  const given = [goroutines(0, 7), goroutines(5, 8)];
  const { captures, goroutines: beside } = withGoroutines(given);
  assert.deepEqual(captures, given);
  assert.ok([...beside.values()].every(counts => counts.goroutines === null));
});

test('profiles of leaked goroutines count those beside heaps, and beside all goroutines', () => {
  const leaked = goroutines(0, 3, 'goroutineleak');
  const heap = captureAt(0, 'a.pb', 'f 1');
  const beside = withGoroutines([leaked, heap, goroutines(0, 7)]);
  assert.deepEqual(beside.captures, [heap]);
  assert.deepEqual(beside.goroutines.get('a.pb'), { goroutines: 7, leakedGoroutines: 3 });
  const all = goroutines(0, 7);
  const among = withGoroutines([leaked, all]);
  assert.deepEqual(among.captures, [all]);
  assert.deepEqual(among.goroutines.get(all.file), { goroutines: null, leakedGoroutines: 3 });
  assert.deepEqual(withGoroutines([leaked]).captures, [leaked]);
});

test('how many have leaked is said where some have, and how many there were at first', () => {
  const told = (...counts: readonly (number | null)[]): readonly string[] =>
    leakedNotice(counts.map(leakedGoroutines => ({ leakedGoroutines }))).map(
      text => text.split(':')[0] ?? '',
    );
  assert.deepEqual(told(null, null), []);
  assert.deepEqual(told(0, 0), []);
  assert.deepEqual(told(0, null, 1), ['One goroutine has leaked, 0 when first counted']);
  assert.deepEqual(told(null, 9), ['9 goroutines have leaked']);
  assert.deepEqual(told(0, 400, 1200), ['1,200 goroutines have leaked, 0 when first counted']);
});

/** What is said of a pair with so many leaked goroutines; null for a count, or a base, that is not known. */
function saidOf(base: number | null, current: number | null): string | undefined {
  const notes = new Map([
    ['a/1.pb', { leakedGoroutines: base }],
    ['b/2.pb', { leakedGoroutines: current }],
  ]);
  const [notice, ...more] = leaksNotices(notes, 'a/1.pb', 'b/2.pb');
  assert.deepEqual(more, []);
  assert.ok(notice === undefined || notice.kind === 'leakedGoroutines');
  return notice?.text;
}

test('the same of a pair, by what is noted of its two files', () => {
  assert.equal(saidOf(null, null), undefined);
  assert.equal(saidOf(5, null), undefined);
  assert.equal(saidOf(5, 0), undefined);
  assert.equal(
    saidOf(null, 1),
    'One goroutine has leaked: nothing can wake it any more, and what it holds is not freed.',
  );
  assert.equal(
    saidOf(500, 1921),
    '1,921 goroutines have leaked, 500 at the base: nothing can wake them any more, and what they hold is not freed.',
  );
  assert.deepEqual(leaksNotices(new Map(), '', 'b/2.pb'), []);
});

test('of several profiles near a capture the nearest counts, in whatever order they come', () => {
  const [near, far] = [goroutines(0, 7), goroutines(0, 9)];
  const later = { ...far, timeNanos: far.timeNanos + 20_000_000_000n };
  for (const given of [
    [near, later],
    [later, near],
  ]) {
    const found = withGoroutines([...given, captureAt(0, 'a.pb', 'f 1')]);
    assert.equal(found.goroutines.get('a.pb')?.goroutines, 7);
  }
});
