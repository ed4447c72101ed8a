import assert from 'node:assert/strict';
import test from 'node:test';
import { readProto } from '../../../src/core/formats/protoReader.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';

test('reads stacks, inlined functions, values and labels', () => {
  const bytes = profileBytes({
    sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
    samples: [
      { stack: ['main', 'a@a.go', 'b@b.go:12'], values: [1, 2], labels: { bytes: [16, 'bytes'], who: 'me' } },
      { stack: ['main', ['outer@o.go:1', 'inner@i.go:2']], values: [-3, 2 ** 40] },
      { stack: [], values: [0, 7] },
    ],
    timeNanos: 1_700_000_000_123_456_789n,
    period: 524288,
    comments: ['hello'],
  });
  const profile = readProto(bytes);
  assert.deepEqual(dumpProfile(profile), [
    'inuse_objects/count inuse_space/bytes',
    'main;a@a.go;b@b.go:12 1 2 bytes:16bytes who=me',
    'main;outer@o.go:1>inner@i.go:2 -3 1099511627776',
    ' 0 7',
  ]);
  assert.equal(profile.timeNanos, 1_700_000_000_123_456_789n);
  assert.equal(profile.period, 524288);
  assert.deepEqual(profile.periodType, { type: 'space', unit: 'bytes' });
  assert.deepEqual(profile.comments, ['hello']);
});
