import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { IdTable } from '../../../../src/core/formats/proto/protoIds.ts';
import { readSamples } from '../../../../src/core/formats/proto/protoSamples.ts';
import { Spans } from '../../../../src/core/formats/proto/spans.ts';
import { int, packed } from '../../../fixtures/wireWriter.ts';

const strings = { length: 1, get: () => '' };

/** Locations 1 … count in order, or doubled, so that ids have to be looked up. */
function idTable(count: number, sequential: boolean): IdTable {
  const ids = new IdTable('location', count);
  for (let row = 0; row < count; row++) ids.add(sequential ? row + 1 : 2 * row + 2, 0, 0);
  return ids;
}

test('reads ids of every length, at the very end of the input too, in order or looked up', () => {
  const count = 2_200_000;
  for (const sequential of [true, false]) {
    const ids = idTable(count, sequential);
    const row = fc.oneof(
      fc.nat(count - 1),
      fc.constantFrom(0, 126, 127, 16_382, 16_383, 2_097_150, 2_097_151),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 400 }), stack => {
        const list = packed(
          1,
          stack.map(at => (sequential ? at + 1 : 2 * at + 2)),
        );
        const bytes = Uint8Array.from([...int(2, 1), ...list]);
        const spans = new Spans('strings', defaultLimits, 'strings');
        spans.add(0, bytes.length);
        assert.deepEqual([...readSamples(bytes, spans, 1, strings, ids, defaultLimits).stack], stack);
      }),
    );
  }
});

test('makes room for more ids than are usual', () => {
  const list = packed(1, new Array(30_000).fill(1));
  const sample = [...list, ...int(2, 1)];
  const bytes = Uint8Array.from([...sample, ...sample]);
  const spans = new Spans('strings', defaultLimits, 'strings');
  spans.add(0, sample.length);
  spans.add(sample.length, 2 * sample.length);
  const { stack, stackStart } = readSamples(bytes, spans, 1, strings, idTable(1, true), defaultLimits);
  assert.deepEqual([...stackStart], [0, 30_000, 60_000]);
  assert.ok(stack.every(row => row === 0));
});

test('refuses more frames than the limit, packed or one by one', () => {
  for (const list of [packed(1, new Array(30).fill(1)), new Array(30).fill(int(1, 1)).flat()]) {
    const bytes = Uint8Array.from([...list, ...int(2, 1)]);
    const spans = new Spans('samples', defaultLimits, 'samples');
    spans.add(0, bytes.length);
    const read = (frames: number) =>
      readSamples(bytes, spans, 1, strings, idTable(1, true), { ...defaultLimits, frames });
    assert.equal(read(30).stack.length, 30);
    assert.throws(() => read(29), { code: 'overLimit', detail: 'more than 29 frames' });
  }
});
