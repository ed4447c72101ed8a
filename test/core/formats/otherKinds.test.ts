import assert from 'node:assert/strict';
import test from 'node:test';
import { isText, otherKind, resemblance } from '../../../src/core/formats/otherKinds.ts';

function words(array: Uint32Array | BigUint64Array, swap: boolean): Uint8Array {
  const bytes = new Uint8Array(array.buffer);
  const size = array.BYTES_PER_ELEMENT;
  if (swap) for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  return bytes;
}

test("knows gperftools' CPU profiles of either word size and byte order", () => {
  for (const swap of [false, true]) {
    assert.match(otherKind(words(Uint32Array.of(0, 3, 0, 10_000, 0), swap)) ?? '', /CPU/);
    assert.match(otherKind(words(BigUint64Array.of(0n, 3n, 1n, 10_000n, 0n), swap)) ?? '', /CPU/);
    assert.equal(otherKind(words(Uint32Array.of(0, 3, 2, 10_000, 0), swap)), undefined);
    assert.equal(otherKind(words(Uint32Array.of(0, 3, 0, 0, 0), swap)), undefined);
    assert.equal(otherKind(words(Uint32Array.of(0, 3, 0, 10_000), swap)), undefined);
  }
});

test('a heap profile is of no other kind', () => {
  for (const line of [
    'heap profile: 1: 8 [1: 8] @ heap/2',
    '--- heapz 1 ---',
    'heap_v2/512',
    '{"head":{}}',
  ]) {
    assert.equal(otherKind(new TextEncoder().encode(line)), undefined);
  }
});

test('says what other files look like', () => {
  const cases = [
    ['PK\x03\x04…', /zip/],
    ['[1, 2]', /JSON/],
    ['<?xml ?>', /XML/],
    ['Dear Sir', /text/],
    ['\x01\x02', /binary/],
  ] as const;
  for (const [start, expected] of cases) assert.match(resemblance(new TextEncoder().encode(start)), expected);
  assert.ok(isText(new TextEncoder().encode('läuft\r\n\tgut')));
  assert.ok(!isText(Uint8Array.of(0x61, 0)));
});
