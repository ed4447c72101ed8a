import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { DistinctLocation, IdColumn } from '../../../src/core/ids.ts';
import { StackSet } from '../../../src/core/stacks/stackSet.ts';

test('equal stacks have one number, and are kept once', () => {
  const stack = fc.array(fc.nat(3), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(stack, { maxLength: 300 }), stacks => {
      const room = new Uint16Array(stacks.flat().length) as IdColumn<DistinctLocation, Uint16Array>;
      const set = new StackSet(room, stacks.length);
      const expected = new Map<string, number>();
      for (const frames of stacks) {
        const key = frames.join();
        if (!expected.has(key)) expected.set(key, expected.size);
        set.locations.set(frames, set.end);
        assert.equal(set.add(frames.length), expected.get(key));
      }
      assert.equal(set.count, expected.size);
      const kept = Array.from({ length: set.count }, (_, s) =>
        [...set.locations.subarray(set.start[s], set.start[s + 1])].join(),
      );
      assert.deepEqual(kept, [...expected.keys()]);
    }),
  );
});
