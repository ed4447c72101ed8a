import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { SequenceIds } from '../../../src/core/names/sequenceIds.ts';

test('sequences have one number where they are equal, and different ones where not', () => {
  const part = fc.oneof(fc.nat(2), fc.constantFrom(-1, 2 ** 32, 2 ** 53));
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 5 }), { maxLength: 100 }), sequences => {
      const ids = new SequenceIds();
      const known = new Map<string, number>();
      for (const sequence of sequences) {
        const id = ids.idOf(sequence);
        const key = sequence.join();
        assert.equal(known.get(key) ?? id, id);
        known.set(key, id);
      }
      assert.equal(new Set(known.values()).size, known.size);
    }),
  );
  assert.equal(new SequenceIds().idOf([]), 0);
});
