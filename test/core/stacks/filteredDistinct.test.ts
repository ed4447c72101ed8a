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

test('each distinct location has the lines and the marks that are left of those it stands for', () => {
  const base = { lines: locations([2], [3]), marks: Uint8Array.of(1, 9) };
  const current = { lines: locations([3], [2], []), marks: Uint8Array.of(9, 1, 2) };
  const { locations: left, marks } = filteredDistinct(whole, [base, current]) ?? assert.fail();
  const found = [...(whole.ofLocation[1] ?? [])].map(id => [
    marks[id],
    [...left.line.subarray(left.start[id], left.start[id + 1])],
  ]);
  assert.deepEqual(found, [
    [9, [3]],
    [1, [2]],
    [2, []],
  ]);
});

test('what is left or marked differently in two profiles is not one location', () => {
  const all = [locations([1, 2], [3]), locations([3], [1, 2], [4])] as const;
  const of = (base: LocationLines, current: LocationLines, mark = 0) =>
    filteredDistinct(whole, [
      { lines: base, marks: Uint8Array.of(mark, 0) },
      { lines: current, marks: new Uint8Array(3) },
    ]);
  assert.notEqual(of(...all), undefined);
  assert.equal(of(...all, 1), undefined);
  assert.equal(of(all[0], locations([3], [1], [4])), undefined);
  assert.equal(of(locations([2], [3]), locations([3], [1], [4])), undefined);
});
