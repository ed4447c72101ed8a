import assert from 'node:assert/strict';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Profile as PprofProfile } from 'pprof-format';
import { ProfileError, type ProfileErrorCode } from '../../../../src/core/error.ts';
import { readProto } from '../../../../src/core/formats/proto/protoReader.ts';
import type { Profile } from '../../../../src/core/profile.ts';
import { profileBytes } from '../../../fixtures/buildProfile.ts';
import { checkProfile } from '../../../fixtures/checkProfile.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';
import { fixture } from '../../../fixtures/fixture.ts';
import { goPprofAccepts, noGoPprof } from '../../../fixtures/goPprof.ts';
import { mutationsOf } from '../../../fixtures/mutations.ts';
import { realBytes, realProtos } from '../../../fixtures/realProfiles.ts';
import { block, bytesOf, int, packed, tag, varint } from '../../../fixtures/wireWriter.ts';

test('reads stacks, inlined functions, values, labels and the header', () => {
  const bytes = profileBytes({
    sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
    samples: [
      { stack: ['main', 'a@a.go', 'b@b.go:12'], values: [1, 2], labels: { bytes: [16, 'bytes'], who: 'me' } },
      { stack: ['main', ['outer@o.go:1', 'inner@i.go:2']], values: [-3, 2 ** 40] },
      { stack: [], values: [0, 7] },
    ],
    timeNanos: 1_700_000_000_123_456_789n,
    durationNanos: -1,
    period: 524288,
    comments: ['hello', 'again'],
    defaultSampleType: 'inuse_space',
    dropFrames: 'malloc|free',
    keepFrames: 'mine',
    startLines: { inner: 40 },
    binary: { file: '/bin/service', buildId: 'abc' },
  });
  const profile = readProto(bytes);
  checkProfile(profile);
  assert.deepEqual(dumpProfile(profile), [
    'inuse_objects/count inuse_space/bytes',
    'main;a@a.go;b@b.go:12 1 2 bytes:16bytes who=me',
    'main;outer@o.go:1>inner@i.go:2 -3 1099511627776',
    ' 0 7',
  ]);
  assert.equal(profile.timeNanos, 1_700_000_000_123_456_789n);
  assert.equal(profile.durationNanos, -1n);
  assert.equal(profile.period, 524288);
  assert.deepEqual(profile.periodType, { type: 'space', unit: 'bytes' });
  assert.deepEqual(profile.comments, ['hello', 'again']);
  assert.deepEqual(
    [profile.defaultSampleType, profile.dropFrames, profile.keepFrames],
    ['inuse_space', 'malloc|free', 'mine'],
  );
  assert.deepEqual(profile.mappings, [
    { start: 0x400000n, limit: 0x4000000n, fileOffset: 0n, file: '/bin/service', buildId: 'abc' },
  ]);
  assert.deepEqual(
    [...profile.functions.startLine].filter(line => line > 0),
    [40],
  );
});

const strings = ['', 'space', 'bytes', 'f', 'a.go'].map(string => block(6, string));
const sampleType = block(1, int(1, 1), int(2, 2));
const functionF = block(5, int(1, 1), int(2, 3), int(4, 4));
const locationF = block(4, int(1, 1), int(3, 0x10), block(4, int(1, 1), int(2, 7)));
const sampleF = block(2, packed(1, [1]), packed(2, [8]));

function sound(...more: readonly (readonly number[])[]): Uint8Array {
  return bytesOf(sampleType, sampleF, locationF, functionF, ...strings, ...more);
}

/** Without one of the parts of `sound`. */
function without(part: readonly number[], ...more: readonly (readonly number[])[]): Uint8Array {
  return bytesOf(
    ...[sampleType, sampleF, locationF, functionF, ...strings].filter(other => other !== part),
    ...more,
  );
}

const accepted: readonly (readonly [string, Uint8Array, string])[] = [
  ['the plain file', sound(), 'f@a.go:7 8'],
  [
    'single values and locations',
    without(sampleF, block(2, int(2, 8), int(1, 1), int(1, 1))),
    'f@a.go:7;f@a.go:7 8',
  ],
  [
    'single and packed ones in turn',
    without(sampleF, block(2, int(1, 1), packed(1, [1, 1]), int(1, 1), packed(2, [8]))),
    'f@a.go:7;f@a.go:7;f@a.go:7;f@a.go:7 8',
  ],
  ['empty lists', without(sampleF, block(2, packed(1, []), packed(2, []), packed(2, [8]))), ' 8'],
  [
    'numbers longer than they need be',
    without(sampleF, block(2, block(1, varint(1, 9)), block(2, varint(8, 10)))),
    'f@a.go:7 8',
  ],
  [
    'tags longer than they need be',
    without(sampleF, [0x92, 0x80, 0, 6, ...packed(1, [1]), ...packed(2, [8])]),
    'f@a.go:7 8',
  ],
  ['negative values', without(sampleF, block(2, packed(2, [-5]))), ' -5'],
  ['the least of all values', without(sampleF, block(2, packed(2, [-(2n ** 63n)]))), ` ${-(2n ** 63n)}`],
  [
    'the greatest of all values',
    without(sampleF, block(2, packed(2, [2n ** 63n - 1n]))),
    ` ${2n ** 63n - 1n}`,
  ],
  ['values of 2^28 and more', without(sampleF, block(2, packed(2, [2 ** 28 + 1]))), ` ${2 ** 28 + 1}`],
  ['values of 2^49 and more', without(sampleF, block(2, packed(2, [2 ** 49 + 1]))), ` ${2 ** 49 + 1}`],
  ['bits past the 64th', without(sampleF, block(2, block(2, [...Array(9).fill(0x80), 0x7e]))), ' 0'],
  [
    'unknown fields of every wire type',
    sound(
      int(99, 1),
      block(98, 'x'),
      [...tag(97, 1), ...Array(8).fill(1)],
      [...tag(96, 5), 1, 2, 3, 4],
      int(15, 1),
    ),
    'f@a.go:7 8',
  ],
  ['field 0', sound(int(0, 1)), 'f@a.go:7 8'],
  ['a time after none', sound(int(9, 0), int(9, 6)), 'f@a.go:7 8'],
  ['fields past 2^29', sound([...varint((2n ** 61n - 1n) << 3n), 1]), 'f@a.go:7 8'],
  [
    'unknown fields inside messages',
    without(sampleF, block(2, int(9, 1), packed(1, [1]), [...tag(7, 5), 1, 2, 3, 4], packed(2, [8]))),
    'f@a.go:7 8',
  ],
  [
    'a mapping that does not exist',
    without(locationF, block(4, int(1, 1), int(2, 9), block(4, int(1, 1), int(2, 7)))),
    'f@a.go:7 8',
  ],
  ['labels that say nothing', without(sampleF, block(2, packed(2, [8]), block(3, int(1, 3)))), ' 8'],
  [
    'labels with a unit only',
    without(sampleF, block(2, packed(2, [8]), block(3, int(1, 3), int(4, 2)))),
    ' 8 f:0bytes',
  ],
  [
    'a negative numeric label',
    without(sampleF, block(2, packed(2, [8]), block(3, int(1, 3), int(3, -4)))),
    ' 8 f:-4',
  ],
  [
    'ids in any order, past 2^32 and 2^53',
    without(
      sampleF,
      block(4, int(1, 2n ** 64n - 1n), int(3, 2)),
      block(4, int(1, 2n ** 33n), int(3, 3)),
      block(4, int(1, 200), int(3, 4)),
      block(2, packed(1, [2n ** 64n - 1n, 2n ** 33n, 200, 1]), packed(2, [8])),
    ),
    'f@a.go:7;0x4;0x3;0x2 8',
  ],
  [
    'a location of the highest address',
    without(locationF, block(4, int(1, 1), int(3, 2n ** 64n - 1n))),
    '0xffffffffffffffff 8',
  ],
  [
    'the last of a field given twice',
    without(functionF, block(5, int(1, 1), int(2, 4), int(2, 3), int(4, 4))),
    'f@a.go:7 8',
  ],
  ['a byte order mark in a string', without(strings[3] ?? [], block(6, '\ufefff')), 'a.go@\ufefff:7 8'],
];

for (const [what, bytes, sample] of accepted) {
  test(`accepts ${what}`, t => {
    const profile = readProto(bytes);
    checkProfile(profile);
    assert.equal(dumpProfile(profile)[1], sample);
    if (noGoPprof) t.diagnostic(noGoPprof);
    else assert.ok(goPprofAccepts(bytes), 'pprof does too');
  });
}

const refused: readonly (readonly [string, Uint8Array, ProfileErrorCode])[] = [
  ['no bytes', bytesOf(), 'empty'],
  ['a cut inside a number', sound(tag(9, 0), [0x80]), 'truncated'],
  ['a cut inside a message', sound([...tag(2, 2), 9, 1]), 'truncated'],
  ['a cut inside an unknown field', sound([...tag(97, 1), 1]), 'truncated'],
  ['a number of 11 bytes', sound([...tag(9, 0), ...Array(10).fill(0x80), 0]), 'malformed'],
  [
    'a number of 11 bytes in a list',
    without(sampleF, block(2, block(2, [...Array(10).fill(0x80), 0]))),
    'malformed',
  ],
  [
    'a list longer than its sample',
    without(sampleF, block(2, packed(2, [8]), [...tag(1, 2), 9, 1]), int(12, 1)),
    'malformed',
  ],
  [
    'a number that leaves its list',
    without(sampleF, block(2, block(1, [0x81]), packed(2, [8]))),
    'malformed',
  ],
  [
    'a location that leaves its list for bytes that would be sound',
    without(sampleF, block(2, block(1, [0x81]), int(0, 1), packed(2, [8]))),
    'malformed',
  ],
  ['a value that leaves its list', without(sampleF, block(2, block(2, [0x81]), packed(1, [1]))), 'malformed'],
  ['a group', sound(tag(20, 3)), 'malformed'],
  ['wire type 7', sound(tag(20, 7)), 'malformed'],
  ['a sample that is a number', sound(int(2, 1)), 'malformed'],
  ['a string that is a number', sound(int(6, 1)), 'malformed'],
  ['a time that is a string', sound(block(9, 'x')), 'malformed'],
  ['a value of 32 bits', without(sampleF, block(2, [...tag(2, 5), 1, 2, 3, 4])), 'malformed'],
  [
    'a location list of 64 bits',
    without(sampleF, block(2, packed(2, [8]), [...tag(1, 1), ...Array(8).fill(0)])),
    'malformed',
  ],
  ['a function name that is a string', without(functionF, block(5, int(1, 1), block(2, 'f'))), 'malformed'],
  ['no values', without(sampleF, block(2, packed(1, [1]))), 'malformed'],
  ['too many values', without(sampleF, block(2, packed(2, [8, 9]))), 'malformed'],
  ['no sample types', without(sampleType), 'malformed'],
  ['no string table', bytesOf(sampleType), 'malformed'],
  ['a first string that is not empty', bytesOf(block(6, 'x'), sampleType, ...strings), 'malformed'],
  ['a string that does not exist', without(sampleType, block(1, int(1, 5))), 'malformed'],
  ['a negative string', without(sampleType, block(1, int(1, -1))), 'malformed'],
  ['a location that does not exist', without(locationF), 'malformed'],
  ['location 0', without(sampleF, block(2, packed(1, [0]), packed(2, [8]))), 'malformed'],
  ['a location with id 0', sound(block(4, int(3, 1))), 'malformed'],
  ['two locations with one id', sound(locationF), 'malformed'],
  ['two functions with one id', sound(functionF), 'malformed'],
  ['two mappings with one id', sound(block(3, int(1, 1)), block(3, int(1, 1))), 'malformed'],
  ['a mapping with id 0', sound(block(3, int(2, 1))), 'malformed'],
  ['two large ids alike', sound(block(4, int(1, 2n ** 60n)), block(4, int(1, 2n ** 60n))), 'malformed'],
  ['a line without function', without(locationF, block(4, int(1, 1), block(4, int(2, 7)))), 'malformed'],
  ['a line whose function does not exist', without(functionF), 'malformed'],
  [
    'a list that takes in sound bytes behind its sample',
    without(sampleF, block(2, packed(2, [8]), [...tag(1, 2), 2, 1]), [1, 0, 0, 0, 0, 0, 0, 0, 0]),
    'malformed',
  ],
  ['two times', sound(int(9, 5), int(9, 6)), 'malformed'],
  ['two profiles one after the other', bytesOf([...sound(int(9, 5))], [...sound(int(9, 6))]), 'malformed'],
];

for (const [what, bytes, code] of refused) {
  test(`refuses ${what}`, t => {
    assert.throws(() => readProto(bytes), { name: 'ProfileError', code });
    if (noGoPprof) t.diagnostic(noGoPprof);
    else assert.ok(!goPprofAccepts(bytes), 'pprof does too');
  });
}

test('says at which byte the file is wrong', () => {
  const before = sound();
  const cases = [
    [sound(tag(20, 7)), before.length],
    [sound(block(9, 'x')), before.length],
    [sound([...tag(9, 0), 0x80]), before.length + 1],
    [sound(locationF), before.length + 2],
  ] as const;
  for (const [bytes, offset] of cases) assert.throws(() => readProto(bytes), { offset });
});

test('bounds stacks and sample types, and allocates nothing for values that cannot be there', () => {
  const deep = without(sampleF, block(2, packed(1, Array(65_001).fill(1)), packed(2, [8])));
  assert.throws(() => readProto(deep), { code: 'tooLarge', message: /65001 frames/ });
  const inlined = Array.from({ length: 1000 }, () => block(4, int(1, 1)));
  const wide = without(
    locationF,
    block(4, int(1, 1), ...inlined),
    block(2, packed(1, Array(66).fill(1)), packed(2, [8])),
  );
  assert.throws(() => readProto(wide), { code: 'tooLarge', message: /66000 frames/ });
  const types = Array.from({ length: 300 }, () => block(1));
  assert.throws(() => readProto(bytesOf(...types, ...strings)), { code: 'tooLarge' });
  const empty = Array.from({ length: 100_000 }, () => block(2));
  assert.throws(() => readProto(bytesOf(...types.slice(0, 200), ...empty, ...strings)), {
    code: 'malformed',
  });
});

const wholeNumber = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -300n, max: 300n }),
  fc.constantFrom(
    0n,
    2n ** 28n,
    2n ** 31n,
    2n ** 32n,
    2n ** 49n,
    2n ** 53n,
    2n ** 53n + 1n,
    -(2n ** 53n) - 1n,
  ),
);
const frame = fc.constantFrom('main', 'f@f.go', 'f@f.go:1', 'g@g/g.go:20', 'λ@f.go:300', 'h@h.go:70000');

test('reads what pprof-format writes', () => {
  const samples = fc.array(
    fc.record({
      stack: fc.array(fc.oneof(frame, fc.array(frame, { minLength: 1, maxLength: 3 })), { maxLength: 200 }),
      values: fc.tuple(wholeNumber, wholeNumber),
      labels: fc.dictionary(
        fc.constantFrom('a', 'b', 'c'),
        fc.oneof(fc.constantFrom('x', 'y'), fc.integer({ min: 1 })),
      ),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(samples, list => {
      const profile = readProto(profileBytes({ sampleTypes: ['a/b', 'c/d'], samples: list }));
      checkProfile(profile);
      const expected = list.map(({ stack, values, labels }) => {
        const frames = stack.map(part => (typeof part === 'string' ? part : part.join('>'))).join(';');
        const texts = Object.entries(labels).map(([key, v]) =>
          typeof v === 'string' ? `${key}=${v}` : `${key}:${v}`,
        );
        return [frames, ...values, ...texts.sort()].join(' ');
      });
      const normalized = dumpProfile(profile)
        .slice(1)
        .map(line => line);
      assert.deepEqual(normalized, expected);
    }),
  );
});

test('reads the same however it is written: any ids, any order of messages, packed or not', () => {
  const id = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map(BigInt),
    fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
  );
  const model = fc.uniqueArray(id, { minLength: 1, maxLength: 30 }).chain(ids =>
    fc.record({
      ids: fc.constant(ids),
      samples: fc.array(
        fc.record({
          stack: fc.array(fc.record({ row: fc.nat(ids.length - 1), alone: fc.boolean() }), { maxLength: 12 }),
          value: wholeNumber,
          valueFirst: fc.boolean(),
        }),
        { maxLength: 10 },
      ),
      order: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    }),
  );
  fc.assert(
    fc.property(model, ({ ids, samples, order }) => {
      const locations = ids.map((locationId, row) => block(4, int(1, locationId), int(3, row + 1)));
      const sampleBlocks = samples.map(({ stack, value, valueFirst }) => {
        const parts = stack.map(({ row, alone }) =>
          alone ? int(1, ids[row] ?? 0n) : packed(1, [ids[row] ?? 0n]),
        );
        return valueFirst ? block(2, int(2, value), ...parts) : block(2, ...parts, packed(2, [value]));
      });
      // Locations may stand anywhere among the samples; each kind keeps its own order.
      const rest = { samples: [...sampleBlocks], locations: [...locations] };
      const mixed: (readonly number[])[] = [];
      for (const choice of order) mixed.push(...(choice % 2 ? rest.samples : rest.locations).splice(0, 1));
      const profile = readProto(
        bytesOf(sampleType, ...mixed, ...rest.samples, ...rest.locations, ...strings),
      );
      checkProfile(profile);
      const expected = samples.map(({ stack, value }) => {
        const frames = stack.map(({ row }) => `0x${(row + 1).toString(16)}`).reverse();
        return `${frames.join(';')} ${value}`;
      });
      assert.deepEqual(dumpProfile(profile).slice(1), expected);
    }),
  );
});

test('any damage to a real file is either read or refused, with every promise kept', () => {
  const original = new Uint8Array(gunzipSync(fixture('goText/heap.pb.gz')));
  fc.assert(
    fc.property(mutationsOf(original), bytes => {
      let profile: Profile;
      try {
        profile = readProto(bytes);
      } catch (error) {
        assert.ok(error instanceof ProfileError, String(error));
        return;
      }
      checkProfile(profile);
    }),
    { numRuns: 2000 },
  );
});

test('agrees with pprof-format on every real profile', () => {
  const names = realProtos();
  assert.ok(names.length >= 4);
  for (const name of names) {
    const bytes = realBytes(name);
    const profile = readProto(bytes);
    checkProfile(profile);
    const other = PprofProfile.decode(bytes);
    const signed = (value: number | bigint) => BigInt.asIntN(64, BigInt(value));
    const text = (index: number | bigint) => other.stringTable.strings[Number(index)] ?? '';
    const { samples, locations, functions, strings: table } = profile;
    assert.equal(samples.count, other.sample.length, name);
    assert.equal(locations.count, other.location.length, name);
    assert.equal(functions.count, other.function.length, name);
    assert.equal(profile.mappings.length, other.mapping.length, name);
    const rowOfLocation = new Map(other.location.map(({ id }, row) => [BigInt(id), row]));
    other.sample.forEach(({ locationId, value, label }, row) => {
      const stack = samples.stack.subarray(samples.stackStart[row], samples.stackStart[row + 1]);
      assert.deepEqual(
        [...stack],
        locationId.map(id => rowOfLocation.get(BigInt(id))),
      );
      const values = samples.values.map(column => BigInt(column.value[row] ?? 0));
      assert.deepEqual(values, value.map(signed));
      const from = samples.labelStart[row] ?? 0;
      label.forEach(({ key, str, num }, i) => {
        assert.equal(table.get(samples.labelKey[from + i] ?? 0), text(key));
        assert.equal(table.get(samples.labelString[from + i] ?? 0), text(str));
        assert.equal(BigInt(samples.labelNumber[from + i] ?? 0), signed(num));
      });
    });
    other.function.forEach(({ name: fn, filename, startLine }, row) => {
      assert.equal(table.get(functions.name[row] ?? 0), text(fn));
      assert.equal(table.get(functions.file[row] ?? 0), text(filename));
      assert.equal(functions.startLine[row], Number(signed(startLine)));
    });
    other.location.forEach(({ address, line }, row) => {
      assert.equal(locations.address[row], BigInt(address));
      const from = locations.lineStart[row] ?? 0;
      assert.equal((locations.lineStart[row + 1] ?? 0) - from, line.length);
      line.forEach((l, i) => {
        assert.equal(locations.lineNumber[from + i], Number(signed(l.line)));
      });
    });
  }
});
