import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { defaultLimits, type LimitName } from '../../../../src/core/formats/limits.ts';
import { ProtoGauge } from '../../../../src/core/formats/proto/protoGauge.ts';
import { readProto } from '../../../../src/core/formats/proto/protoReader.ts';
import { fixture } from '../../../fixtures/fixture.ts';
import { block, bytesOf, int, packed, tag } from '../../../fixtures/wireWriter.ts';

/** Whether the bytes pass, in pieces of this size. */
function gauge(bytes: Uint8Array, limits: Partial<Record<LimitName, number>>, size: number): string {
  const counted = new ProtoGauge({ ...defaultLimits, ...limits });
  try {
    for (let at = 0; at < bytes.length; at += size) counted.add(bytes.subarray(at, at + size));
    return 'passes';
  } catch (error) {
    return error instanceof Error ? error.message : 'something else';
  }
}

test('counts what the reader reads, however the bytes come in', () => {
  const bytes = new Uint8Array(gunzipSync(fixture('goText/heap.pb.gz')));
  const { samples, locations, functions, strings } = readProto(bytes);
  const rows: readonly (readonly [LimitName, string, number])[] = [
    ['samples', 'samples', samples.count],
    ['frames', 'frames', samples.stack.length],
    ['labels', 'labels', samples.labelKey.length],
    ['strings', 'strings', strings.length],
    ['locations', 'locations', Math.max(locations.count, functions.count)],
  ];
  for (const size of [1, 7, 1000, bytes.length]) {
    for (const [name, what, count] of rows) {
      assert.equal(gauge(bytes, { [name]: count }, size), 'passes', `${name} by ${size}`);
      const words = (count - 1).toLocaleString('en-US');
      assert.match(
        gauge(bytes, { [name]: count - 1 }, size),
        new RegExp(`^more than ${words} (${what}|functions)$`),
      );
    }
  }
});

test('counts frames one by one, other fields, and fields of every wire type', () => {
  const sample = block(
    2,
    int(1, 300),
    int(1, 1),
    packed(2, [5]),
    [...tag(3, 2), 0],
    [...tag(20, 5), 1, 2, 3, 4],
  );
  const bytes = bytesOf(sample, [...tag(21, 1), 1, 2, 3, 4, 5, 6, 7, 8], int(99, 2n ** 63n), sample);
  for (const size of [1, 5, 100]) {
    assert.equal(gauge(bytes, { frames: 4, labels: 2, strings: 2 }, size), 'passes');
    assert.equal(gauge(bytes, { frames: 3 }, size), 'more than 3 frames');
    assert.equal(gauge(bytes, { labels: 1 }, size), 'more than 1 labels');
    assert.equal(gauge(bytes, { strings: 1 }, size), 'more than 1 other fields');
  }
});

test('stops counting in what is no protobuf', () => {
  const string = block(6);
  for (const wrong of [[...tag(1, 3)], [0xff, ...new Array(10).fill(0xff)], block(2, [...tag(1, 2), 100])]) {
    const bytes = bytesOf(string, wrong, string, string, string);
    assert.equal(gauge(bytes, { strings: 2 }, 3), 'passes', String(wrong));
  }
});
