import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { SizeGroups } from '../../../src/core/measures/sizeGroups.ts';

test('sums are those of a map by size, few sizes or many, again and again', () => {
  const entry = fc.tuple(fc.nat(80), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(fc.array(fc.array(entry, { maxLength: 200 }), { maxLength: 4 }), rounds => {
      const groups = new SizeGroups();
      for (const entries of rounds) {
        const expected = new Map<number, [number, number]>();
        for (const [size, bytes, number] of entries) {
          groups.add(size, bytes, number);
          const [b, n] = expected.get(size) ?? [0, 0];
          expected.set(size, [b + bytes, n + number]);
        }
        const found = new Map<number, [number, number]>();
        groups.drain((size, bytes, number) => found.set(size, [bytes, number]));
        assert.deepEqual(found, expected);
      }
    }),
  );
});
