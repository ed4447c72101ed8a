import assert from 'node:assert/strict';
import { constants } from 'node:buffer';
import test from 'node:test';
import { limits } from '../../../src/core/formats/limits.ts';

test('what is within the limits fits into what it is kept in', () => {
  assert.ok(limits.stackFrames < 2 ** 16, 'depths have 16 bits');
  assert.ok(limits.inflatedBytes < 2 ** 31, 'offsets have 31 bits');
  assert.ok(limits.inflatedBytes <= constants.MAX_LENGTH);
  assert.ok(limits.textBytes <= constants.MAX_STRING_LENGTH);
  assert.ok(limits.allFrames * Uint32Array.BYTES_PER_ELEMENT < 2 ** 31);
});
