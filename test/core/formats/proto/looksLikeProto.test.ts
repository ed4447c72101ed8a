import assert from 'node:assert/strict';
import test from 'node:test';
import { looksLikeProto } from '../../../../src/core/formats/proto/looksLikeProto.ts';
import { profileBytes } from '../../../fixtures/buildProfile.ts';
import { block, bytesOf, int, tag } from '../../../fixtures/wireWriter.ts';

test('a damaged profile still starts like one', () => {
  const bytes = profileBytes({ samples: [{ stack: ['main'], values: [1] }] });
  for (let length = 10; length < bytes.length; length++) assert.ok(looksLikeProto(bytes.subarray(0, length)));
});

test('other data does not', () => {
  const cases = [
    bytesOf(),
    bytesOf(tag(1, 3)),
    bytesOf(int(1, 5), int(9, 1), int(9, 1)),
    bytesOf(block(99, 'x'), block(1), block(1)),
    new TextEncoder().encode('heap profile'),
    new TextEncoder().encode('{"head":{}}'),
    Uint8Array.of(0x7f, 0x45, 0x4c, 0x46),
  ];
  for (const bytes of cases) assert.ok(!looksLikeProto(bytes), String(bytes));
});
