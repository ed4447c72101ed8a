import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { IdColumn, Line } from '../../../src/core/ids.ts';
import type { LocationLines } from '../../../src/core/names/lineTable.ts';
import { distinctLocations } from '../../../src/core/stacks/distinctLocations.ts';

function locations(lines: readonly (readonly number[])[]): LocationLines {
  const start = Uint32Array.from([0, ...lines.keys()], (_, i) => lines.slice(0, i).flat().length);
  return { start, line: Uint32Array.from(lines.flat()) as IdColumn<Line> };
}

test('locations are one just when their lines are the same, and that one has those lines', () => {
  const lines = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (base, current) => {
      const distinct = distinctLocations([locations(base), locations(current)]);
      const known = new Map<string, number>([['', 0]]);
      [base, current].forEach((profile, i) => {
        profile.forEach((expected, location) => {
          const id = distinct.ofLocation[i]?.[location] as number;
          const key = expected.join();
          assert.equal(known.get(key) ?? id, id);
          known.set(key, id);
          assert.ok(id < distinct.count);
          assert.deepEqual([...distinct.line.subarray(distinct.start[id], distinct.start[id + 1])], expected);
        });
      });
      assert.equal(new Set(known.values()).size, known.size);
    }),
  );
});
