import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { isUtf16, utf8OfUtf16 } from '../../../../src/core/formats/text/utf16.ts';

const little = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const big = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());

test('a text in UTF-16 of either byte order is the same text in UTF-8', () => {
  for (const bytes of [little('größer 🧠\r\n'), big('größer 🧠\r\n')]) {
    assert.ok(isUtf16(bytes));
    assert.equal(new TextDecoder().decode(utf8OfUtf16(bytes, defaultLimits)), 'größer 🧠\r\n');
  }
  assert.ok(!isUtf16(Uint8Array.of(0x1f, 0x8b)));
});

test('the limit of texts holds', () => {
  const bytes = new Uint8Array((1 << 21) + 2).fill(0x20);
  bytes.set([0xff, 0xfe]);
  assert.throws(() => utf8OfUtf16(bytes, { ...defaultLimits, textMiB: 1 }), { code: 'overLimit' });
});
