import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { encodeUtf8 } from '../../../src/core/answers/utf8.ts';

test('text is written as TextEncoder writes it, lone surrogates included', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.constantFrom(0x7f, 0x80, 0x7ff, 0x800, 0xd83d, 0xde00),
  );
  const text = fc.array(unit).map(units => String.fromCharCode(...units));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), value => {
      const bytes = new Uint8Array(value.length * 3 + 1).fill(0x2a);
      const end = encodeUtf8(value, bytes, 1);
      assert.deepEqual(bytes.slice(1, end), new TextEncoder().encode(value));
      assert.equal(bytes[0], 0x2a);
    }),
  );
});
