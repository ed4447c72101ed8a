import assert from 'node:assert/strict';
import test from 'node:test';
import { byNumbers, hasNumber, timeInName } from '../../../src/core/series/nameTime.ts';

const times: readonly [name: string, time: string | null][] = [
  ['heap-20261125-1300.pb.gz', '2026-11-25T13:00:00Z'],
  ['heap-20261125-130005.pb.gz', '2026-11-25T13:00:05Z'],
  ['2026-11-25T13:00:05.heap', '2026-11-25T13:00:05Z'],
  ['Heap-20181003T105432.heapprofile', '2018-10-03T10:54:32Z'],
  ['mem_2026.11.25_13.00.prof', '2026-11-25T13:00:00Z'],
  ['heap-2026-11-25.pb', '2026-11-25T00:00:00Z'],
  ['1644509272337470000.pb.gz', '2022-02-10T16:07:52.337Z'],
  ['heap.1644509272.pb.gz', '2022-02-10T16:07:52Z'],
  ['heap-1644509272337', '2022-02-10T16:07:52.337Z'],
  ['heap-1300.pb.gz', null],
  ['heap-20261325-1300.pb.gz', null],
  ['heap-9999999999.pb.gz', null],
  ['a1.pb', null],
];
for (const [name, time] of times) {
  test(`the time that ${name} tells`, () => {
    assert.equal(timeInName(name) / 1_000_000n, time === null ? 0n : BigInt(Date.parse(time)));
  });
}

test('numbers in names order them, however long', () => {
  const names = ['heap-10.pb', 'heap-9.pb', 'heap-010a.pb', `heap-${'9'.repeat(40)}.pb`, 'heap-8.pb'];
  assert.deepEqual(names.sort(byNumbers), [
    'heap-8.pb',
    'heap-9.pb',
    'heap-10.pb',
    'heap-010a.pb',
    `heap-${'9'.repeat(40)}.pb`,
  ]);
});

test('the number of an ending is none', () => {
  assert.deepEqual(['a.lz4', 'heap.pb.gz', 'heap1.pb.gz'].map(hasNumber), [false, false, true]);
});
