import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../../src/core/formats/limits.ts';
import { TextLines } from '../../../../src/core/formats/text/textLines.ts';
import { parseAddresses, parseCount } from '../../../../src/core/formats/text/textNumbers.ts';

const lines = new TextLines(new Uint8Array(), defaultLimits);

test('reads 64-bit numbers and no larger ones', () => {
  assert.equal(parseCount('-12', lines), -12);
  assert.equal(parseCount('9223372036854774784', lines), 2 ** 63 - 1024);
  for (const text of ['9223372036854775808', '9'.repeat(400)]) {
    assert.throws(() => parseCount(text, lines), { code: 'malformed' });
  }
});

test('takes one from each address', () => {
  assert.deepEqual(parseAddresses(' 0x10 0x00000020  0xffffffffffffffff', lines), [
    0xfn,
    0x1fn,
    2n ** 64n - 2n,
  ]);
  assert.deepEqual(parseAddresses(' 0x0', lines), [2n ** 64n - 1n]);
  assert.deepEqual(parseAddresses('', lines), []);
  for (const text of ['0x10000000000000000', `0x${'f'.repeat(1000)}`]) {
    assert.throws(() => parseAddresses(text, lines), { code: 'malformed' });
  }
});
