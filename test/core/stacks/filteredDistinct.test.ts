import assert from 'node:assert/strict';
import test from 'node:test';
import type { IdColumn, Line } from '../../../src/core/ids.ts';
import type { LocationLines } from '../../../src/core/names/lineTable.ts';
import { distinctLocations } from '../../../src/core/stacks/distinctLocations.ts';
import { filteredDistinct } from '../../../src/core/stacks/filteredDistinct.ts';

function locations(...lines: readonly (readonly number[])[]): LocationLines {
  const start = Uint32Array.from([0, ...lines.keys()], (_, i) => lines.slice(0, i).flat().length);
  return { start, line: Uint32Array.from(lines.flat()) as IdColumn<Line> };
}

const whole = distinctLocations([locations([1, 2], [3]), locations([3], [1, 2], [4])]);

test('each distinct location becomes the one with the lines that are left', () => {
  const left = distinctLocations([locations([2], [3]), locations([3], [2], [])]);
  const marks = [Uint8Array.of(1, 9), Uint8Array.of(9, 1, 2)];
  const filtered = filteredDistinct(whole, left, marks);
  const found = whole.ofLocation[1]?.map(id => filtered?.becomes[id] ?? 0);
  assert.deepEqual([...(found ?? [])], [...(left.ofLocation[1] ?? [])]);
  assert.deepEqual(
    [...(whole.ofLocation[1] ?? [])].map(id => filtered?.marks[id]),
    [9, 1, 2],
  );
});

test('what the filter leaves differently, or marks differently, in two profiles is not one location', () => {
  const left = distinctLocations([locations([2], [3]), locations([3], [1], [4])]);
  assert.equal(filteredDistinct(whole, left, [new Uint8Array(2), new Uint8Array(3)]), undefined);
  assert.equal(filteredDistinct(whole, whole, [Uint8Array.of(1, 0), new Uint8Array(3)]), undefined);
});
