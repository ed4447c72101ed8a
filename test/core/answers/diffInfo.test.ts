import assert from 'node:assert/strict';
import test from 'node:test';
import { diffInfo } from '../../../src/core/answers/diffInfo.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import { heap, profileOf, samplesOf } from './lookAt.ts';

test('what is known of a pair: files, capture times that are dates, sample types, notices', () => {
  const time = Date.UTC(2025, 0);
  const files = [
    { name: 'a.pb', profile: profileOf({ samples: samplesOf('f 1'), timeNanos: 3_600_000_000_000 }) },
    {
      name: 'b.pb',
      profile: profileOf({
        samples: samplesOf('f 1', 'g -2'),
        timeNanos: BigInt(time) * 1_000_000n,
        durationNanos: 3e9,
      }),
    },
  ];
  const info = diffInfo(files, new Looks(files.map(({ profile }) => profile)), true);
  assert.deepEqual([info.base?.name, info.base?.timeMs, info.base?.samples], ['a.pb', null, 1]);
  assert.deepEqual([info.current.timeMs, info.current.durationMs], [time, 3000]);
  assert.deepEqual(
    [info.sampleTypes, info.defaultSampleType],
    [[{ type: 'inuse_space', unit: 'bytes' }], 'inuse_space'],
  );
  assert.deepEqual(
    info.notices.map(({ kind }) => kind),
    ['reordered', 'difference'],
  );
});

test('one file is the current one', () => {
  const profile = heap('f 1');
  assert.equal(diffInfo([{ name: 'a', profile }], new Looks([profile]), false).base, null);
});
