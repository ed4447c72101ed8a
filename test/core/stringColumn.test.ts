import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type StringColumn, stringAt, stringColumn } from '../../src/core/stringColumn.ts';

const texts = (column: StringColumn): string[] =>
  Array.from({ length: column.offsets.length - 1 }, (_, i) => stringAt(column, i));

test('strings come back as they went in, in buffers of their own', () => {
  const strings = ['', 'main.f', 'größer ▲', '\ufeffmain.f', '\ufeff', 'x'.repeat(10_000), '(*T).μ → 😀', ''];
  const column = stringColumn(strings);
  assert.deepEqual(texts(column), strings);
  assert.equal(column.bytes.byteLength, column.bytes.buffer.byteLength);
  assert.equal(column.offsets.byteLength, column.offsets.buffer.byteLength);
  assert.equal(stringAt(column, strings.length), '');
});

test('any text comes back, its lone surrogates replaced', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.constantFrom(0x7f, 0x80, 0x7ff, 0x800, 0xd83d, 0xde00),
  );
  const text = fc.array(unit).map(units => String.fromCharCode(...units));
  fc.assert(
    fc.property(fc.array(fc.oneof(text, fc.string({ unit: 'grapheme' }))), strings => {
      assert.deepEqual(
        texts(stringColumn(strings)),
        strings.map(each =>
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(each)),
        ),
      );
    }),
  );
});
