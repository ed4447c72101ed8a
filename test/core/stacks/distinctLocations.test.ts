import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { LocationLines } from '../../../src/core/names/lineTable.ts';
import { placesOf } from '../../../src/core/stacks/distinctLocations.ts';

function locations(lines: readonly (readonly number[])[]): LocationLines {
  const start = Uint32Array.from([0, ...lines.keys()], (_, i) => lines.slice(0, i).flat().length);
  return { start, line: Uint32Array.from(lines.flat()) };
}

test('locations share a place just when their lines are the same, and the place has those lines', () => {
  const lines = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (base, current) => {
      const places = placesOf([locations(base), locations(current)]);
      const known = new Map<string, number>([['', 0]]);
      [base, current].forEach((profile, i) => {
        profile.forEach((expected, location) => {
          const place = places.ofLocation[i]?.[location] as number;
          const key = expected.join();
          assert.equal(known.get(key) ?? place, place);
          known.set(key, place);
          assert.ok(place < places.count);
          assert.deepEqual([...places.line.subarray(places.start[place], places.start[place + 1])], expected);
        });
      });
      assert.equal(new Set(known.values()).size, known.size);
    }),
  );
});
