import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ProfileError } from '../../../../src/core/error.ts';
import { readProto } from '../../../../src/core/formats/proto/protoReader.ts';
import { isGoCounts, readGoCounts } from '../../../../src/core/formats/text/goCounts.ts';
import { valueKind } from '../../../../src/core/pair/valueKind.ts';
import type { Profile } from '../../../../src/core/profile.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';
import { fixture } from '../../../fixtures/fixture.ts';

const goroutines = `goroutine profile: total 3
2 @ 0x48b20e 0x84b7b7 0x492d01
# labels: {"job":"mail"}
#	0x84b7b6	main.(*queue).wait+0xb6	/srv/queue.go:467
#	0x84b7b0	main.main.func1+0x10	/srv/main.go:31

1 @ 0x48b20e 0x492d01
`;

function read(text: string): Profile {
  return readGoCounts(new TextEncoder().encode(text));
}

test('stacks are those that comments name, counted; those of addresses where none does', () => {
  const profile = read(goroutines);
  assert.deepEqual(profile.sampleTypes, [{ type: 'goroutine', unit: 'count' }]);
  assert.deepEqual([profile.format, profile.period, profile.periodType?.type], ['goText', 1, 'goroutine']);
  const dumped = dumpProfile(profile).join('\n');
  assert.match(dumped, /main\.\(\*queue\)\.wait.*queue\.go:467/);
  assert.match(dumped, /main\.main\.func1.*main\.go:31/);
  assert.match(dumped, /0x48b20d/);
});

test('a sample type is called after what is counted', () => {
  for (const [name, kind] of [
    ['goroutine', 'goroutines'],
    ['goroutineleak', 'leakedGoroutines'],
    ['threadcreate', 'threads'],
    ['open-files', 'other'],
  ] as const) {
    const first = `${name} profile: total 1`;
    assert.equal(isGoCounts(first), true);
    const [type] = read(`${first}\n1 @ 0x1 0x2\n`).sampleTypes;
    assert.equal(type && valueKind(type, [type]), kind);
  }
  assert.equal(isGoCounts('heap profile: 1: 8 [1: 8] @ heap/1048576'), false);
  assert.equal(isGoCounts('goroutine 1 [running]:'), false);
});

test('what is no sample is malformed, with its line', () => {
  const isMalformed = (error: unknown): boolean =>
    error instanceof ProfileError && error.code === 'malformed' && /line 2/.test(error.message);
  for (const line of ['-1 @ 0x1', '1 @', '1 0x1', '1 @ 1', 'x @ 0x1', '99999999999999999999 @ 0x1'])
    assert.throws(() => read(`goroutine profile: total 1\n${line}\n`), isMalformed, line);
});

test('the stacks and counts of a real text are those of its profile.proto, but for the runtime’s own frames', () => {
  const fromText = readGoCounts(fixture('goText/goroutine.txt'));
  const fromProto = readProto(new Uint8Array(gunzipSync(fixture('goText/goroutine.pb.gz'))));
  const counts = (profile: Profile): readonly string[] =>
    dumpProfile(profile)
      .slice(1)
      .map(line => {
        const [, stack = '', count = ''] = /^(.*?:\d+) (\d+)(?: job=.*)?$/.exec(line) ?? [];
        const frames = stack.replaceAll('[go.shape.int]', '[...]').split(/[;>]/);
        // Go leaves its own out of the text, above and below.
        const last = frames.findLastIndex(frame => !frame.startsWith('runtime.'));
        return `${frames
          .slice(0, last + 1)
          .filter(frame => !frame.startsWith('runtime.goexit@'))
          .join(';')} ${count}`;
      })
      .sort();
  const found = counts(fromText);
  assert.deepEqual(found, counts(fromProto));
  assert.equal(found.length, 4);
  assert.ok(found.some(line => /main\.waitFor@.*;main\.\(\*gate\[\.\.\.\]\)\.pass@.*:60 20$/.test(line)));
});
