import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { LabelReader } from '../../../../src/core/formats/proto/protoLabels.ts';
import { int, tag, varint } from '../../../fixtures/wireWriter.ts';

const strings = 2 ** 22;

function read(...parts: readonly (readonly number[])[]): (number | undefined)[] {
  const bytes = Uint8Array.from(parts.flat());
  const labels = new LabelReader(bytes, strings, 1, defaultLimits);
  labels.read(0, bytes.length);
  const { labelKey, labelString, labelNumber, labelUnit } = labels.columns.build();
  return [labelKey[0], labelString[0], labelNumber[0], labelUnit[0]];
}

test('reads numbers of every length, with unknown fields between', () => {
  const index = fc.oneof(fc.nat(strings - 1), fc.nat(300));
  const number = fc.oneof(
    fc.integer().filter(n => n !== 0),
    fc.constantFrom(127, 128, 16_383, 16_384, 2 ** 21 - 1, 2 ** 21, 2 ** 40, -1),
  );
  const unknown = fc.constantFrom([], int(9, 1), [...tag(20, 5), 1, 2, 3, 4], int(0, 3));
  fc.assert(
    fc.property(
      index,
      number,
      index,
      fc.integer({ min: 1, max: 10 }),
      unknown,
      (key, num, unit, width, other) => {
        const field = (id: number, value: number) => [...tag(id, 0), ...varint(value, width)];
        assert.deepEqual(read(field(1, key), other, field(3, num), other, field(4, unit)), [
          key,
          0,
          num,
          unit,
        ]);
      },
    ),
  );
});

test('a label with a string has no number', () => {
  assert.deepEqual(read(int(1, 1), int(2, 2), int(3, 3), int(4, 4)), [1, 2, 0, 0]);
});

test('drops what says nothing', () => {
  assert.deepEqual(read(int(1, 1)), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(read(), [undefined, undefined, undefined, undefined]);
});

test('refuses strings that do not exist and other wire types', () => {
  for (const value of [strings, 2 ** 31, 2n ** 32n, -1, 2n ** 63n]) {
    for (const field of [1, 2, 4])
      assert.throws(() => read(int(field, value)), { code: 'malformed', offset: 0 });
  }
  assert.throws(() => read([...tag(1, 5), 1, 2, 3, 4]), { code: 'malformed' });
  assert.throws(() => read(tag(1, 0), [0x80]), { code: 'truncated' });
  assert.throws(() => read(tag(1, 0)), { code: 'truncated' });
});
