import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeUtf8 } from '../../../src/core/formats/decodeUtf8.ts';

test('decodes a part of the bytes, and keeps a byte order mark', () => {
  const bytes = new TextEncoder().encode('abλ\ufeffc');
  assert.equal(decodeUtf8(bytes, 2, bytes.length), 'λ\ufeffc');
  assert.equal(decodeUtf8(bytes, 4, bytes.length), '\ufeffc');
  assert.equal(decodeUtf8(bytes, 0, 3), 'ab\ufffd');
  assert.equal(decodeUtf8(bytes, 1, 1), '');
});
