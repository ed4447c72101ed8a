import assert from 'node:assert/strict';
import test from 'node:test';
import { otherProto } from '../../../../src/core/formats/proto/otherProto.ts';
import { profileBytes } from '../../../fixtures/buildProfile.ts';
import { block, bytesOf, int } from '../../../fixtures/wireWriter.ts';

const resource = block(1, block(1, block(1, 'service.name'), block(2, block(1, 'app'))));
const scope = block(2, block(1, block(1, 'profiler')), block(2, int(1, 5)));
const otlp = block(1, resource, scope);

test('an OpenTelemetry profile is told by its resources and scopes', () => {
  for (const bytes of [bytesOf(otlp), bytesOf(otlp, otlp, block(2, block(5, 'main')))]) {
    assert.match(otherProto(bytes)?.[0] ?? '', /OpenTelemetry \(OTLP\) profile/);
  }
});

test('a trace of Perfetto is told by its packets', () => {
  const packet = block(1, int(8, 123_456), int(10, 1), block(2, 'x'));
  assert.match(otherProto(bytesOf(packet, packet))?.[0] ?? '', /Perfetto/);
});

test('another message is no damaged profile', () => {
  assert.match(otherProto(bytesOf(block(1, 'name'), int(3, 7)))?.[0] ?? '', /^a protobuf message, but not/);
});

test('a profile.proto is none of them, whole or cut, and neither is what is no protobuf', () => {
  const proto = profileBytes({ samples: [{ stack: ['main'], values: [1] }] });
  assert.equal(otherProto(proto), undefined);
  assert.equal(otherProto(proto.subarray(0, proto.length - 3)), undefined);
  assert.equal(otherProto(bytesOf(otlp).subarray(0, 20)), undefined);
  assert.equal(otherProto(Uint8Array.of(7, 7, 7)), undefined);
  assert.equal(otherProto(new Uint8Array()), undefined);
});
