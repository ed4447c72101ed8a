import assert from 'node:assert/strict';
import test from 'node:test';
import { inOrderOfGrowth, neighbourOf } from '../../../src/host/walk/growthOrder.ts';

const order = inOrderOfGrowth([
  { file: 'b', line: 7, change: 5 },
  { file: 'a', line: 9, change: 20 },
  { file: 'b', line: 3, change: 30 },
  { file: 'a', line: 4, change: 20 },
  { file: 'b', line: 7, change: 25 },
]);

test('the largest change comes first, each line once, equal ones by file and line', () => {
  assert.deepEqual(
    order.map(({ file, line, change }) => `${file}:${line} ${change}`),
    ['b:3 30', 'b:7 25', 'a:4 20', 'a:9 20'],
  );
});

test('the walk goes on from where it stands, round and round, and starts at either end', () => {
  const at = (index: number) => order[index] ?? null;
  assert.equal(neighbourOf(order, at(0), 1), order[1]);
  assert.equal(neighbourOf(order, at(3), 1), order[0]);
  assert.equal(neighbourOf(order, at(0), -1), order[3]);
  assert.equal(neighbourOf(order, null, 1), order[0]);
  assert.equal(neighbourOf(order, { file: 'c', line: 1 }, -1), order[3]);
  assert.equal(neighbourOf([], null, 1), undefined);
});
