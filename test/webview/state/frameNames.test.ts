import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Granularity } from '../../../src/core/names/granularity.ts';
import { FrameNames } from '../../../webview/state/frameNames.ts';

function named(name: string, file: string, line: number, granularity: Granularity): FrameNames {
  const column = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return { bytes, offsets: Uint32Array.of(0, bytes.length) };
  };
  const frames = {
    name: column(name),
    files: column(file),
    file: Uint32Array.of(0),
    line: Uint32Array.of(line),
  };
  return new FrameNames(frames, granularity);
}

const labels = (name: string, granularity: Granularity): readonly string[] => {
  const names = named(name, 'x/kv.pb.go', 31, granularity);
  return [names.label(0), names.tightLabel(0)];
};

test('labels suit what a frame is', () => {
  assert.deepEqual(labels('a/mvccpb.(*KV).Unmarshal', 'functions'), [
    'mvccpb.(*KV).Unmarshal',
    '(*KV).Unmarshal',
  ]);
  assert.deepEqual(labels('a/mvccpb.Get', 'lines'), ['mvccpb.Get  kv.pb.go:31', 'Get']);
  assert.deepEqual(labels('go.etcd.io/etcd/kv.pb.go', 'files'), ['kv.pb.go', 'kv.pb.go']);
  assert.deepEqual(labels('go.etcd.io/etcd/api/v3', 'packages'), ['api/v3', 'api/v3']);
  assert.deepEqual(labels('go.etcd.io/etcd/mvcc', 'packages'), ['mvcc', 'mvcc']);
});

test('a name without end is cut for the eye, not for the host', () => {
  const names = named('x'.repeat(100_000), '', 0, 'functions');
  assert.ok(names.label(0).length < 1000);
  assert.ok(names.shownName(0).length < 1000);
  assert.equal(names.name(0).length, 100_000);
});
