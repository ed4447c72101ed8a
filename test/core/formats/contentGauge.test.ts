import assert from 'node:assert/strict';
import test from 'node:test';
import { ContentGauge } from '../../../src/core/formats/contentGauge.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { block, bytesOf } from '../../fixtures/wireWriter.ts';

const limits = { ...defaultLimits, inflatedMiB: 3, textMiB: 1, jsonMiB: 2, strings: 10 };
const half = new Uint8Array(1 << 19).fill(0x20);

/** Half MiBs that follow a start until it is refused, and what for. */
function halves(start: Uint8Array | string, depth: 'shallow' | 'deep'): string {
  const gauge = new ContentGauge(limits, depth);
  const bytes = typeof start === 'string' ? new TextEncoder().encode(start) : start;
  let count = 0;
  try {
    // The start comes byte by byte.
    for (let at = 0; at < bytes.length; at++) gauge.add(bytes.subarray(at, at + 1));
    for (; count < 10; count++) gauge.add(half);
  } catch (error) {
    return `${count} ${error instanceof Error ? error.message : ''}`;
  }
  return 'passes';
}

test('bounds a text, JSON and all else by their bytes', () => {
  for (const depth of ['shallow', 'deep'] as const) {
    assert.equal(halves(`heap profile: ${' '.repeat(250)}`, depth), '1 more than 1 MiB of text');
    assert.equal(halves(`  {"head":${' '.repeat(250)}`, depth), '3 more than 2 MiB of JSON');
  }
  assert.equal(
    halves(bytesOf(block(6), block(1, 'x'.repeat(300))), 'shallow'),
    '5 more than 3 MiB when decompressed',
  );
});

test('deep, counts what a profile.proto is made of', () => {
  const strings = bytesOf(block(99, 'x'.repeat(300)), ...new Array(11).fill(block(6)));
  assert.equal(halves(strings, 'deep'), '0 more than 10 strings');
  assert.equal(halves(strings, 'shallow'), '5 more than 3 MiB when decompressed');
});

test('deep, gives up on a large file that no reader will know', () => {
  assert.equal(halves(new Uint8Array(300).fill(0xff, 1), 'deep'), '3 it holds binary data');
});
