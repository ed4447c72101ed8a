import assert from 'node:assert/strict';
import test from 'node:test';
import { readBinaryDump } from '../../../src/core/formats/binaryDump.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';

const words = (...values: readonly number[]): Uint8Array =>
  new Uint8Array(BigUint64Array.from(values, BigInt).buffer);
const header = [0, 3, 0, 0, 0];
const end = [0, 1, 0];

test('counts are bytes in use, stacks leaf first', () => {
  const profile = readBinaryDump(
    words(...header, 5_000_000, 2, 0x10, 8, 2_000_000, 1, 8, ...end),
    defaultLimits,
  );
  assert.deepEqual(dumpProfile(profile), ['inuse_space/bytes', '0x8;0x10 5000000', '0x8 2000000']);
});

test('google-pprof writes 1 for the period, and no end', () => {
  const profile = readBinaryDump(words(0, 3, 0, 1, 0, 7, 2, 0x10, 8), defaultLimits);
  assert.deepEqual(dumpProfile(profile), ['inuse_space/bytes', '0x8;0x10 7']);
  assert.throws(() => readBinaryDump(words(0, 3, 0, 1, 0, 7, 2, 0x10), defaultLimits), { code: 'truncated' });
});

test('a profile with a period is one of the processor', () => {
  assert.throws(() => readBinaryDump(words(0, 3, 0, 10_000, 0, ...end), defaultLimits), {
    code: 'wrongKind',
  });
});

test('what is cut off is told from what is broken', () => {
  for (const cut of [[], header, [...header, 5, 1], [...header, 5, 1000, 8], [...header, 5, 1, 8]]) {
    assert.throws(() => readBinaryDump(words(...cut), defaultLimits), { code: 'truncated' }, cut.join());
  }
  assert.throws(() => readBinaryDump(words(7, 3, 0, 0, 0), defaultLimits), { code: 'malformed' });
});
