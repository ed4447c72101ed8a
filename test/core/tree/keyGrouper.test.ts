import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { KeyGrouper } from '../../../src/core/tree/keyGrouper.ts';

const KEYS = 12;

test('equal keys come together, 0 first, each with its item, and nothing outside the range moves', () => {
  const keys = fc.array(fc.nat(KEYS - 1), { maxLength: 120 });
  const ranges = fc.array(fc.tuple(fc.nat(120), fc.nat(120)), { maxLength: 4 });
  fc.assert(
    fc.property(keys, ranges, (given, asked) => {
      const all = Uint32Array.from(given);
      const items = Uint32Array.from(given, (_, i) => i);
      const grouper = new KeyGrouper(given.length, KEYS);
      for (const [a, b] of asked) {
        const first = Math.min(a, b, given.length);
        const stop = Math.min(Math.max(a, b), given.length);
        const outside = [...items.slice(0, first), -1, ...items.slice(stop)];
        grouper.group(items, all, first, stop);
        assert.deepEqual([...items.slice(0, first), -1, ...items.slice(stop)], outside);
        const grouped = all.slice(first, stop);
        assert.ok(!grouped.includes(0) || grouped[0] === 0);
        const runs = grouped.filter((key, i) => i === 0 || grouped[i - 1] !== key);
        assert.equal(new Set(runs).size, runs.length);
      }
      assert.deepEqual(
        [...items].map(item => given[item]),
        [...all],
      );
      assert.deepEqual(
        [...items].sort((x, y) => x - y),
        [...given.keys()],
      );
    }),
  );
});
