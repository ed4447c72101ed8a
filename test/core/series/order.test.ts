import assert from 'node:assert/strict';
import test from 'node:test';
import { type ReducedCapture, reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { holdsSame, orderCaptures } from '../../../src/core/series/order.ts';
import { profileOf, samplesOf } from '../answers/lookAt.ts';
import { captureAt } from './captures.ts';

const files = (captures: readonly ReducedCapture[]): string[] => captures.map(({ file }) => file);
const untimed = (file: string, ...stacks: string[]): ReducedCapture =>
  reduceCapture(profileOf({ samples: samplesOf(...stacks) }), file);

test('captures stand in the order of their times, whatever they are called', () => {
  const ordered = orderCaptures([
    captureAt(9, 'a.pb', 'f 1'),
    captureAt(1, 'c.pb', 'f 2'),
    captureAt(5, 'b.pb', 'f 3'),
  ]);
  assert.deepEqual([files(ordered.captures), ordered.notices], [['c.pb', 'b.pb', 'a.pb'], []]);
  assert.equal(ordered.times?.length, 3);
});

test('of as many profiles of other things as of memory, memory is what is followed', () => {
  const blocked = (file: string): ReducedCapture =>
    reduceCapture(profileOf({ sampleTypes: ['delay/nanoseconds'], samples: samplesOf('f 1') }), file);
  const ordered = orderCaptures([
    captureAt(1, 'heap-1.pb', 'f 1'),
    blocked('block-1.pb'),
    captureAt(2, 'heap-2.pb', 'f 2'),
    blocked('block-2.pb'),
  ]);
  assert.deepEqual(files(ordered.captures), ['heap-1.pb', 'heap-2.pb']);
  assert.deepEqual(
    ordered.leftOut.map(({ file }) => file),
    ['block-1.pb', 'block-2.pb'],
  );
});

test('without times the times in the names order them, and that is said', () => {
  const ordered = orderCaptures([
    untimed('heap-20261125-1400.pb', 'f 2'),
    untimed('heap-20261125-1300.pb', 'f 1'),
  ]);
  assert.deepEqual(files(ordered.captures), ['heap-20261125-1300.pb', 'heap-20261125-1400.pb']);
  assert.deepEqual(ordered.notices, [
    'The captures have no time of their own: the times in the file names order them.',
  ]);
  assert.equal((ordered.times?.[1] ?? 0n) - (ordered.times?.[0] ?? 0n), 3_600_000_000_000n);
});

test('one that lacks its time: names order all, so that no two clocks are mixed', () => {
  const ordered = orderCaptures([
    captureAt(0, '/x/h-2.pb', 'f 2'),
    untimed('/x/h-10.pb', 'f 3'),
    captureAt(9, '/x/h-1.pb', 'f 1'),
  ]);
  assert.deepEqual(files(ordered.captures), ['/x/h-1.pb', '/x/h-2.pb', '/x/h-10.pb']);
  assert.deepEqual(ordered.notices, [
    '1 of 3 captures has no time of its own: the numbers in the file names order them, and nothing is known of growth an hour.',
  ]);
  assert.equal(ordered.times, null);
});

test('a clock that is years off: no time is known, and names order all', () => {
  const tenYears = 10 * 365 * 24 * 60;
  const far = (minutes: number): ReturnType<typeof orderCaptures> =>
    orderCaptures([
      captureAt(0, 'h-2.pb', 'f 1'),
      captureAt(5, 'h-3.pb', 'f 2'),
      captureAt(minutes, 'h-1.pb', 'f 3'),
    ]);
  const { captures, times, notices } = far(tenYears + 1);
  assert.deepEqual([files(captures), times], [['h-1.pb', 'h-2.pb', 'h-3.pb'], null]);
  assert.deepEqual(notices, [
    'By their times the captures lie about ten years or more apart: the numbers in the file names order them, and nothing is known of growth an hour.',
  ]);
  assert.equal(far(tenYears).times?.length, 3);
  const named = orderCaptures([
    captureAt(tenYears + 1, 'heap-20261125-1300.pb', 'f 1'),
    captureAt(0, 'heap-20261125-1400.pb', 'f 2'),
  ]);
  assert.deepEqual(files(named.captures), ['heap-20261125-1300.pb', 'heap-20261125-1400.pb']);
  assert.equal(named.times?.length, 2);
  const apart = orderCaptures([untimed('heap-20261125.pb', 'f 1'), untimed('heap-20401125.pb', 'f 2')]);
  assert.equal(apart.times, null);
});

test('nothing to order by: as they were given', () => {
  const ordered = orderCaptures([untimed('b.pb', 'f 2'), untimed('a.pb', 'f 1')]);
  assert.deepEqual(files(ordered.captures), ['b.pb', 'a.pb']);
  assert.match(ordered.notices[0] ?? '', /they stand as they were given/);
});

test('equal times are said, a copy is left out and named', () => {
  const ordered = orderCaptures([
    captureAt(1, 'b-2.pb', 'f 2'),
    captureAt(1, 'b-1.pb', 'f 1'),
    captureAt(1, 'copy-of-b-1.pb', 'f 1'),
    captureAt(0, 'a.pb', 'f 2'),
    captureAt(0, 'a.pb', 'f 2'),
  ]);
  assert.deepEqual(files(ordered.captures), ['a.pb', 'b-1.pb', 'b-2.pb']);
  assert.deepEqual(ordered.notices, [
    'Some captures have the same time: the numbers in their names order them.',
  ]);
  assert.deepEqual(ordered.leftOut, [
    { file: 'copy-of-b-1.pb', why: 'copy-of-b-1.pb holds the same capture as b-1.pb.' },
  ]);
  assert.equal(ordered.times?.length, 3);
});

test('the same heap at another time is no copy', () => {
  const [one, other] = [captureAt(0, 'a.pb', 'f 2', 'gone 0'), captureAt(1, 'b.pb', 'f 2')];
  assert.equal(holdsSame(one, other), true);
  assert.equal(orderCaptures([one, other]).captures.length, 2);
  assert.equal(holdsSame(one, captureAt(1, 'b.pb', 'g 2')), false);
  // A cache that stays as it is, while more is allocated.
  const allocated = (capture: ReducedCapture, bytes: number): ReducedCapture => ({
    ...capture,
    sites: new Map([...capture.sites].map(([key, site]) => [key, { ...site, allocated: bytes }])),
  });
  assert.equal(holdsSame(allocated(one, 9), allocated(one, 9)), true);
  assert.equal(holdsSame(allocated(one, 9), allocated(one, 10)), false);
});

test('other sample types are left out and named, other units converted', () => {
  const of = (type: string, file: string, value: number, minutes: number): ReducedCapture =>
    reduceCapture(
      profileOf({
        sampleTypes: [type],
        samples: [{ stack: ['f'], values: [value] }],
        timeNanos: captureAt(minutes, '', 'f 1').timeNanos,
      }),
      file,
    );
  const ordered = orderCaptures([
    of('inuse_space/kilobytes', 'a.pb', 2, 0),
    of('cpu/nanoseconds', '/x/cpu.pb', 5, 1),
    of('inuse_space/bytes', 'b.pb', 4096, 2),
  ]);
  assert.deepEqual(
    ordered.captures.map(({ total, sampleType }) => [total, sampleType.unit]),
    [
      [2048, 'bytes'],
      [4096, 'bytes'],
    ],
  );
  assert.deepEqual(ordered.leftOut, [
    { file: '/x/cpu.pb', why: 'cpu.pb counts cpu in nanoseconds, the series inuse_space in bytes.' },
  ]);
});

test('another program is left out and named', () => {
  const app = (minutes: number, file: string): ReducedCapture =>
    captureAt(minutes, file, 'main;a@/x/a.go:1 1');
  const ordered = orderCaptures([
    app(0, 'a1.pb'),
    captureAt(1, 'b.pb', 'run;b@/y/b.go:1 1'),
    app(2, 'a2.pb'),
  ]);
  assert.deepEqual(files(ordered.captures), ['a1.pb', 'a2.pb']);
  assert.deepEqual(ordered.leftOut, [{ file: 'b.pb', why: 'b.pb is of another program than a1.pb.' }]);
});
