import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ProfileError } from '../../../src/core/error.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import { profileBytes } from '../../fixtures/buildProfile.ts';
import { checkProfile } from '../../fixtures/checkProfile.ts';
import { dumpProfile } from '../../fixtures/dumpProfile.ts';
import { fixture } from '../../fixtures/fixture.ts';
import { mutationsOf } from '../../fixtures/mutations.ts';
import { noRealProfiles, realBytes } from '../../fixtures/realProfiles.ts';

function read(bytes: Uint8Array | string) {
  return readProfile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
}

const javaHeap = `--- heapz 1 ---
format = java
resolution = bytes
  10485760     1 @ 0x0000000a 0x0000000b
      4752     9 @ 0x0000000b
 0x0000000a com.example.Cache.put (Cache.java:31)
 0x0000000b com.example.Main.main (Main.java:7)
`;

const proto = profileBytes({ samples: [{ stack: ['main', 'f'], values: [5] }] });

test('knows each format by its content', () => {
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['proto', proto],
    ['proto', new Uint8Array(gunzipSync(fixture('goText/heap.pb.gz')))],
    ['goText', fixture('goText/heap.txt')],
    ['gperftools', fixture('native/recorded.heap')],
    ['gperftools', fixture('native/growth.heap')],
    ['jemalloc', fixture('native/jemalloc.heap')],
    ['javaHeap', javaHeap],
    ['v8', fixture('v8/sampling.heapprofile')],
  ];
  for (const [format, bytes] of files) {
    const profile = read(bytes);
    assert.equal(profile.format, format);
    checkProfile(profile);
  }
});

test('says what a file is that it cannot read', () => {
  const cases: readonly (readonly [Uint8Array | string, string, RegExp])[] = [
    ['', 'empty', /nothing in it/],
    [' \n\n', 'empty', /nothing in it/],
    [new Uint8Array(100), 'empty', /nothing in it/],
    ['--- contentionz 1 ---\ncycles/second = 1\n', 'wrongKind', /contention/],
    ['--- mutex:\ncycles/second=1\n', 'wrongKind', /contention/],
    ['--- threadz 1 ---\n', 'wrongKind', /threads/],
    ['--- Thread 7f0 (name: main/1) stack: ---\n', 'wrongKind', /threads/],
    ['goroutine profile: total 4\n1 @ 0x1\n', 'wrongKind', /goroutine profile/],
    ['goroutine 1 [running]:\n', 'wrongKind', /dump of goroutines/],
    ['threadcreate profile: total 4\n', 'wrongKind', /thread creation/],
    ['block profile: total 4\n', 'wrongKind', /counts stacks/],
    ['{"snapshot":{"meta":{}}}', 'wrongKind', /heap snapshot/],
    ['{"nodes":[],"startTime":1}', 'wrongKind', /CPU profile/],
    ['JAVA PROFILE 1.0.2\0', 'wrongKind', /hprof/],
    [new Uint8Array(new Uint32Array([0, 3, 0, 10000, 0, 0, 1, 0]).buffer), 'wrongKind', /CPU profile/],
    [new Uint8Array(new BigUint64Array([0n, 3n, 1n, 10000n, 0n]).buffer), 'wrongKind', /CPU profile/],
    ['{"name":"package"}', 'unrecognized', /JSON/],
    ['{\n  "name": "package"\n}', 'unrecognized', /JSON/],
    ['<html>', 'unrecognized', /HTML/],
    ['hello world', 'unrecognized', /text/],
    ['\x7fELF\x02\x01\x01', 'unrecognized', /program/],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'unrecognized', /picture/],
    [proto.subarray(0, proto.length - 3), 'truncated', /ends inside/],
    ['{"head":{"callFrame"', 'malformed', /JSON/],
    ['heap profile: 1: 8 [1: 8] @ heapprofile\nnonsense', 'malformed', /line 2/],
  ];
  for (const [bytes, code, message] of cases) {
    assert.throws(() => read(bytes), { name: 'ProfileError', code, message }, String(bytes).slice(0, 40));
  }
});

test('passes the limits on to each reader, and takes no text for a profile.proto that is too large', () => {
  const small = { ...defaultLimits, samples: 1, strings: 3, locations: 1, jsonMiB: 1, textMiB: 1 };
  const encoded = (text: string) => new TextEncoder().encode(text);
  for (const bytes of [
    proto,
    fixture('native/recorded.heap'),
    fixture('native/jemalloc.heap'),
    encoded(javaHeap),
  ]) {
    assert.throws(() => readProfile(bytes, small), { code: 'overLimit' });
  }
  assert.throws(() => readProfile(encoded(`{"head":${' '.repeat(1 << 20)}`), small), { limit: 'jsonMiB' });
  assert.throws(() => readProfile(encoded('2\x20'.repeat(600)), small), { code: 'unrecognized' });
});

test('does not touch the bytes that it is given', () => {
  for (const bytes of [proto, fixture('native/jemalloc.heap')]) {
    const copy = bytes.slice();
    read(bytes);
    assert.deepEqual(bytes, copy);
  }
});

test('keeps nothing of the bytes that it is given', () => {
  const bytes = proto.slice();
  const profile = read(bytes);
  const before = dumpProfile(read(proto));
  bytes.fill(0xff);
  assert.deepEqual(dumpProfile(profile), before);
});

const texts: readonly (readonly [string, Uint8Array])[] = [
  ['a Go text', fixture('goText/heap.txt').subarray(0, 6000)],
  ['a gperftools dump', fixture('native/recorded.heap')],
  ['a jemalloc dump', fixture('native/jemalloc.heap')],
  ['a Java heap', new TextEncoder().encode(javaHeap)],
  ['a V8 heap profile', fixture('v8/sampling.heapprofile')],
];

for (const [what, original] of texts) {
  test(`any damage to ${what} is either read or refused, with every promise kept`, () => {
    fc.assert(
      fc.property(mutationsOf(original), bytes => {
        try {
          checkProfile(read(bytes));
        } catch (error) {
          if (!(error instanceof ProfileError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
}

test('refuses the contention profile and reads the CPU profile among the real ones', {
  skip: noRealProfiles,
}, () => {
  assert.throws(() => read(realBytes('google-pprof/cppbench.contention')), { code: 'wrongKind' });
  const cpu = read(realBytes('profefe/collector_cpu_1.prof'));
  assert.deepEqual(
    cpu.sampleTypes.map(({ type }) => type),
    ['samples', 'cpu'],
  );
  assert.equal(read(realBytes('google-pprof/go.nomappings.crash')).samples.count, 2);
});
