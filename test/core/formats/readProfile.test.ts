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
    ['goText', fixture('goText/goroutine.txt')],
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
    ['goroutine 1 [running]:\n', 'wrongKind', /dump of goroutines/],
    ['{"snapshot":{"meta":{}}}', 'wrongKind', /heap snapshot/],
    ['{"nodes":[],"startTime":1}', 'wrongKind', /CPU profile/],
    ['JAVA PROFILE 1.0.2\0', 'wrongKind', /hprof/],
    [new Uint8Array(new Uint32Array([0, 3, 0, 10000, 0, 0, 1, 0]).buffer), 'wrongKind', /CPU profile/],
    [new Uint8Array(new BigUint64Array([0n, 3n, 1n, 10000n, 0n]).buffer), 'wrongKind', /CPU profile/],
    ['{"name":"package"}', 'unrecognized', /JSON/],
    ['{\n  "name": "package"\n}', 'unrecognized', /JSON/],
    ['<html>', 'wrongKind', /HTML/],
    ['hello world', 'unrecognized', /text/],
    ['\x7fELF\x02\x01\x01', 'wrongKind', /program/],
    ['\x28\xb5', 'unrecognized', /text/],
    [proto.subarray(0, proto.length - 3), 'truncated', /ends inside/],
    ['{"head":{"callFrame"', 'malformed', /JSON/],
    ['heap profile: 1: 8 [1: 8] @ heapprofile\nnonsense', 'malformed', /line 2/],
    ['goroutine profile: total 4\nnonsense', 'malformed', /line 2/],
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

const goText = [
  'heap profile: 1: 1048576 [2: 2097152] @ heap/1048576',
  '1: 1048576 [2: 2097152] @ 0x4a1001',
  '#\t0x4a1000\tmain.(*Cache).Put+0x40\t\t/src/cache.go:31',
].join('\n');

test('a profile is read behind other lines, as if it stood alone', () => {
  const leads = [
    '=====\nCollect heap pprof via http\nhttp://127.0.0.1/debug/pprof/heap?debug=1\n=====\n',
    'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n',
    '\ufeff',
    '<jemalloc>: Leak approximation summary: ~8 bytes, ~1 objects, >= 1 contexts\n',
  ];
  for (const lead of leads)
    assert.deepEqual(dumpProfile(read(lead + goText)), dumpProfile(read(goText)), lead);
  const answer = new Uint8Array([...new TextEncoder().encode('HTTP/2 200\r\nDate: x\r\n\r\n'), ...proto]);
  assert.deepEqual(dumpProfile(read(answer)), dumpProfile(read(proto)));
});

test('a text in UTF-16 is read; what PowerShell has ruined is said to be that', () => {
  for (const text of [goText, goText.replaceAll('\n', '\r\n')]) {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.deepEqual(dumpProfile(read(bytes)), dumpProfile(read(goText)));
  }
  const ruined = new Uint8Array(Buffer.from('\ufeff\x1f\u00ef\b\0', 'utf16le'));
  assert.throws(() => read(ruined), {
    code: 'wrongKind',
    message: /^was saved through PowerShell’s `>`.*: save it/,
  });
});

test('a text that brings its symbols along is named', () => {
  const symbols =
    '--- symbol\nbinary=/bin/app\n0x1000 Cache::put(int)\n0x2000 main--inlined by--start\n---\n';
  const jemalloc = read(`${symbols}--- heap\nheap_v2/1\n@ 0x1000 0x2000\n t*: 1: 8 [0: 0]\n`);
  assert.deepEqual(dumpProfile(jemalloc).slice(1), ['start>main;Cache::put(int) 1 8 bytes:8']);
  const gperftools = read(
    `${symbols}--- heap\nheap profile: 1: 8 [1: 8] @ heapprofile\n1: 8 [1: 8] @ 0x1000 0x2000\n`,
  );
  assert.deepEqual(dumpProfile(gperftools).slice(1), ['start>main;Cache::put(int) 1 8 bytes:8']);
  const words = new Uint8Array(
    BigUint64Array.of(0n, 3n, 0n, 0n, 0n, 7n, 2n, 0x1000n, 0x2000n, 0n, 1n, 0n).buffer,
  );
  const memprof = read(new Uint8Array([...new TextEncoder().encode(`${symbols}--- profile\n`), ...words]));
  assert.deepEqual(dumpProfile(memprof), ['inuse_space/bytes', 'start>main;Cache::put(int) 7']);
  for (const [kind, is] of [
    ['contention', /contention/],
    ['mystery', /kind mystery/],
  ] as const) {
    const text = `${symbols}--- ${kind}\n--- ${kind}:\n`;
    assert.throws(() => read(text), { code: 'wrongKind', message: is });
  }
});

test('another message of protobuf is not called damaged', () => {
  const otlp = Uint8Array.from([0x0a, 0x09, 0x0a, 0x00, 0x12, 0x05, 0x0a, 0x03, 0x0a, 0x01, 0x61]);
  assert.throws(() => read(otlp), { code: 'wrongKind', message: /OpenTelemetry/ });
  assert.throws(() => read(Uint8Array.of(0x08, 0x01, 0x10, 0x72)), {
    code: 'wrongKind',
    message: /protobuf/,
  });
});
