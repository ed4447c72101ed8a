import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PairIds } from '../../../src/core/names/pairIds.ts';

test('pairs are numbered as a map would number them', () => {
  const member = fc.oneof(fc.nat(20), fc.constantFrom(0, 0xffffffff, 0x80000000));
  const second = fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom(2 ** 32, 2 ** 40 + 1, 2 ** 53));
  fc.assert(
    fc.property(fc.array(fc.tuple(member, second), { maxLength: 200 }), pairs => {
      const ids = new PairIds();
      const expected = new Map<string, number>();
      for (const [a, b] of pairs) {
        const key = `${a},${b}`;
        if (!expected.has(key)) expected.set(key, expected.size);
        assert.equal(ids.idOf(a, b), expected.get(key));
      }
      assert.equal(ids.count, expected.size);
      const known = [...ids.firsts()].map((a, i) => `${a},${ids.seconds()[i]}`);
      assert.deepEqual(known, [...expected.keys()]);
    }),
  );
});

test('numbers stay when the table grows', () => {
  const ids = new PairIds();
  for (let i = 0; i < 50_000; i++) assert.equal(ids.idOf(i % 1000, Math.floor(i / 1000)), i);
  for (let i = 0; i < 50_000; i++) assert.equal(ids.idOf(i % 1000, Math.floor(i / 1000)), i);
});
