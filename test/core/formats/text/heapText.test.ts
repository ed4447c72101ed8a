import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readProto } from '../../../../src/core/formats/proto/protoReader.ts';
import { isHeapText, readHeapText } from '../../../../src/core/formats/text/heapText.ts';
import { writeProfile } from '../../../../src/core/report/pprof/pprofWriter.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';
import { fixture } from '../../../fixtures/fixture.ts';
import { goPprof, noGoPprof } from '../../../fixtures/goPprof.ts';
import { pprofString } from '../../../fixtures/pprofString.ts';
import { noRealProfiles, realBytes } from '../../../fixtures/realProfiles.ts';
import { sums } from '../../../fixtures/sums.ts';

function text(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

test('takes the sampling rate from the header, and halves that of Go', () => {
  const read = (header: string) => readHeapText(text(header, '1: 1000 [2: 2000] @ 0x10'));
  const cases = [
    ['heap profile: 1: 1000 [2: 2000] @ heap/1048576', 'goText', 524288, 524788],
    ['heap profile: 1: 1000 [2: 2000] @ heap_v2/524288', 'gperftools', 524288, 524788],
    ['heap profile: 1: 1000 [2: 2000] @ heapz_v2/524288', 'gperftools', 524288, 524788],
    ['heap profile: 1: 1000 [2: 2000] @ heapprofile', 'gperftools', 1, 1000],
  ] as const;
  for (const [header, format, period, inUse] of cases) {
    const profile = read(header);
    assert.deepEqual([profile.format, profile.period], [format, period], header);
    assert.equal(sums(profile)['inuse_space'], inUse, header);
  }
});

test('has columns for allocations only where they differ from what is in use', () => {
  const types = (header: string) => readHeapText(text(header)).sampleTypes.map(({ type }) => type);
  assert.deepEqual(types('heap profile: 1: 8 [1: 8] @ heapprofile'), ['objects', 'space']);
  assert.deepEqual(types('heap profile: 1: 8 [0: 0] @ heapprofile'), ['objects', 'space']);
  assert.deepEqual(types('heap profile: 1: 8 [2: 8] @ heapprofile'), [
    'alloc_objects',
    'alloc_space',
    'inuse_objects',
    'inuse_space',
  ]);
  assert.deepEqual(types('heap profile: 1: 8 [2: 8] @ growthz'), ['objects', 'space']);
  assert.deepEqual(types('heap profile: 1: 8 [2: 8] @ fragmentationz'), ['objects', 'space']);
});

test('takes one from every address, and labels samples with their objects size', () => {
  const profile = readHeapText(
    text(
      'heap profile: 3: 300 [3: 300] @ heapprofile',
      '3: 300 [3: 300] @ 0x11 0x22',
      '# a comment',
      '',
      'MAPPED_LIBRARIES:',
      '00000000-00000018 r-xp 00000000 fe:00 1 /bin/program',
      '00000018-00000100 r-xp 00000000 fe:00 2 /lib/libc.so.6',
    ),
  );
  assert.deepEqual(dumpProfile(profile), ['objects/count space/bytes', '0x21;0x10 3 300 bytes:100']);
  const files = [...profile.locations.mapping].map(row => profile.mappings[row]?.file);
  assert.deepEqual(files, ['/bin/program', '/lib/libc.so.6']);
});

test('names the line that is wrong', () => {
  const header = 'heap profile: 3: 300 [3: 300] @ heapprofile';
  const cases = [
    ['3: 300 [3: 300]', /^line 2: not a sample/],
    ['3: 99999999999999999999 [3: 300] @ 0x1', /^line 2: 99999999999999999999 is not a 64-bit number/],
    ['3: 300 [3: 300] @ 0x11111111111111111', /^line 2: 0x11111111111111111 is not a 64-bit address/],
  ] as const;
  for (const [line, message] of cases) {
    assert.throws(() => readHeapText(text(header, line)), {
      name: 'ProfileError',
      code: 'malformed',
      message,
    });
  }
  assert.ok(!isHeapText('heap profile: 1: 8 [1: 8] @ mystery'));
  assert.throws(() => readHeapText(text('heap profile: 1: 8 [1: 8] @ heap_v2/512', '0: 8 [1: 8] @ 0x1')), {
    message: 'line 2: no objects, but 8 bytes',
  });
});

test('a count of allocations that passed 2^31 is read as what it was before it wrapped', () => {
  const profile = readHeapText(
    text(
      'heap profile: 5: 500 [-2147483643: 900] @ heapprofile',
      '4: 400 [-2147483644: 800] @ 0x11',
      '1: 100 [1: 100] @ 0x21',
    ),
  );
  assert.deepEqual(dumpProfile(profile), [
    'alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes',
    '0x10 2147483652 800 4 400 bytes:100',
    '0x20 1 100 1 100 bytes:100',
  ]);
});

test('what is left of a mapped region has bytes, and no objects or less than none', () => {
  const profile = readHeapText(
    text('heap profile: -1: 700 [2: 900] @ heapprofile', '0: 400 [1: 500] @ 0x11', '-1: 300 [1: 400] @ 0x21'),
  );
  assert.deepEqual(dumpProfile(profile), [
    'alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes',
    '0x10 1 500 0 400 bytes:500',
    '0x20 1 400 0 300',
  ]);
});

test('what follows the statistics of a Go text is not of the profile', () => {
  const rows = [
    'heap profile: 1: 8 [1: 8] @ heap/2',
    '1: 8 [1: 8] @ 0x11',
    '',
    '# runtime.MemStats',
    '# Sys = 1',
  ];
  assert.deepEqual(
    dumpProfile(readHeapText(text(...rows, '', '=====', 'Collect goroutines'))),
    dumpProfile(readHeapText(text(...rows))),
  );
});

for (const name of ['cppbench.heap', 'cppbench.growth', 'gobench.heap']) {
  test(`reads ${name} as google/pprof does`, { skip: noRealProfiles }, () => {
    const expected = new TextDecoder().decode(realBytes(`google-pprof/${name}.string`));
    const actual = pprofString(readHeapText(realBytes(`google-pprof/${name}`)));
    assert.equal(actual, expected.trimEnd().replaceAll(/:0(?= s=)| +$/gm, ''));
  });
}

const dumps = [
  // What google-pprof of gperftools 2.10 prints as total; it adds up fractions that pprof cuts off.
  ['native/recorded.heap', 'inuse_space', 42_473_252, 0],
  ['native/sampled.heap', 'space', 33_602_384, 56],
  ['native/growth.heap', 'space', 46_137_344, 0],
] as const;

for (const [name, type, total, tolerance] of dumps) {
  test(`${name} adds up to what google-pprof says`, () => {
    assert.ok(Math.abs((sums(readHeapText(fixture(name)))[type] ?? 0) - total) <= tolerance);
  });
}

for (const name of [
  ...dumps.map(([each]) => each),
  'real/gperftools-base.heap',
  'real/gperftools-current.heap',
]) {
  test(`pprof dumps ${name} the same before and after`, { skip: noGoPprof }, () => {
    const bytes = fixture(name);
    assert.equal(
      goPprof('-raw', Buffer.concat([...writeProfile(readHeapText(bytes))])),
      goPprof('-raw', bytes),
    );
  });
}

test('a Go text shows the same frames and values as the profile.proto of the same state', () => {
  const fromText = readHeapText(fixture('goText/heap.txt'));
  const fromProto = readProto(new Uint8Array(gunzipSync(fixture('goText/heap.pb.gz'))));
  // A proto joins inlined functions in one location, where the text gives each its own address.
  const rows = (lines: readonly string[]) => lines.map(line => line.replaceAll('>', ';')).sort();
  const expected = rows(dumpProfile(fromProto));
  assert.deepEqual(rows(dumpProfile(fromText)), expected);
  assert.ok(expected.some(line => line.includes('main.deep@example.com/gotext/main.go:')));
});

test('stacks that a Go text does not name stay addresses', () => {
  const profile = readHeapText(
    text(
      'heap profile: 1: 8 [1: 8] @ heap/2',
      '1: 8 [1: 8] @ 0x11 0x21',
      '#\t0x10\tmain.f+0x1\t\t/a b/main.go:7',
      '#\t0x20',
      '',
      '2: 8 [2: 8] @ 0x31 0x41',
      '# runtime.MemStats',
      '# Alloc = 1',
    ),
  );
  assert.deepEqual(dumpProfile(profile), [
    'objects/count space/bytes',
    '0x20;main.f@/a b/main.go:7 1 8 bytes:8',
    '0x40;0x30 2 8 bytes:4',
  ]);
});
