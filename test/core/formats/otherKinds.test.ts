import assert from 'node:assert/strict';
import test from 'node:test';
import { isText, otherKind, resemblance, wrongKind } from '../../../src/core/formats/otherKinds.ts';

function words(array: Uint32Array | BigUint64Array, swap: boolean): Uint8Array {
  const bytes = new Uint8Array(array.buffer);
  const size = array.BYTES_PER_ELEMENT;
  if (swap) for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  return bytes;
}

const detail = (bytes: Uint8Array): string | undefined => otherKind(bytes)?.detail;
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

test("knows gperftools' CPU profiles of either word size and byte order", () => {
  for (const swap of [false, true]) {
    assert.match(detail(words(Uint32Array.of(0, 3, 0, 10_000, 0), swap)) ?? '', /CPU/);
    assert.match(detail(words(BigUint64Array.of(0n, 3n, 1n, 10_000n, 0n), swap)) ?? '', /CPU/);
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
    '--- symbol\nbinary=/bin/app\n',
    '<jemalloc>: Leak approximation summary: ~8 bytes, ~1 objects, >= 1 contexts\nheap_v2/512\n',
    '{"head":{}}',
    '{"startTime":1,"head":{}}',
    '{"samples":[],"head":{}}',
  ]) {
    assert.equal(otherKind(encoded(line)), undefined, line);
  }
});

test('says what a file is and what to do, by binary, by text or by JSON', () => {
  assert.deepEqual(
    [wrongKind('a cat', 'feed it').code, wrongKind('a cat', 'feed it').detail],
    ['wrongKind', 'is a cat: feed it'],
  );
  assert.match(
    detail(encoded('FLR\0\0\x02')) ?? '',
    /^is a Java Flight Recording .*: convert it with .*jfrconv/,
  );
  assert.match(detail(encoded('# callgrind format\n')) ?? '', /^is a profile in the format of callgrind: /);
  assert.match(detail(encoded('{"dhatFileVersion":2}')) ?? '', /^is a profile of DHAT: /);
  assert.match(detail(encoded('main;handle;put 1048576\nmain 3\n')) ?? '', /^is a file of folded stacks/);
});

test('says what unknown files look like', () => {
  const cases = [
    ['[1, 2]', /JSON/],
    ['Dear Sir', /text/],
    ['\x01\x02', /binary/],
  ] as const;
  for (const [start, expected] of cases) assert.match(resemblance(encoded(start)), expected);
  assert.ok(isText(encoded('läuft\r\n\tgut')));
  assert.ok(!isText(Uint8Array.of(0x61, 0)));
});
