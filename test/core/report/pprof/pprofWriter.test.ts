import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { Profile as PprofProfile } from 'pprof-format';
import { readProto } from '../../../../src/core/formats/proto/protoReader.ts';
import type { Profile } from '../../../../src/core/profile.ts';
import * as written from '../../../../src/core/report/pprof/pprofWriter.ts';
import { profileBytes } from '../../../fixtures/buildProfile.ts';
import { dumpProfile } from '../../../fixtures/dumpProfile.ts';
import { goPprof, noGoPprof } from '../../../fixtures/goPprof.ts';
import { noRealProfiles, realBytes, realPath, realProtos } from '../../../fixtures/realProfiles.ts';
import { block, bytesOf, int, packed } from '../../../fixtures/wireWriter.ts';

const writeProfile = (profile: Profile) => Buffer.concat([...written.writeProfile(profile)]);
const writeDiff = (of: Profile, to: Profile) => Buffer.concat([...written.writeDiff(of, to)]);

const base = profileBytes({
  sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
  samples: [
    { stack: ['main@m.go:1', ['grow@m.go:5', 'make@m.go:9']], values: [1, 100], labels: { bytes: 100 } },
    { stack: ['main@m.go:1', 'gone@m.go:7'], values: [1, 7], labels: { 'pprof::base': 'true' } },
  ],
  timeNanos: 1000,
  period: 5,
  comments: ['one'],
});
const current = profileBytes({
  sampleTypes: ['inuse_space/bytes', 'only_here/bytes'],
  samples: [
    {
      stack: ['main@m.go:1', ['grow@m.go:5', 'make@m.go:9']],
      values: [2n ** 62n, 1],
      labels: { bytes: 100 },
    },
    { stack: [], values: [-3, 1] },
  ],
  timeNanos: 2000,
  period: 7,
  comments: ['one', 'two'],
});

test('a written profile reads as what it was', () => {
  for (const bytes of [base, current]) {
    const profile = readProto(bytes);
    const { strings, functions, ...again } = readProto(writeProfile(profile));
    assert.deepEqual(dumpProfile({ strings, functions, ...again }), dumpProfile(profile));
    assert.deepEqual(
      [again.timeNanos, again.period, again.periodType, again.comments, again.locations.address],
      [profile.timeNanos, profile.period, profile.periodType, profile.comments, profile.locations.address],
    );
  }
});

test('what has no name, or nothing at all, is written so that it reads back', () => {
  const text = fc.constantFrom(0, 1);
  const type = fc.tuple(text, text).map(([name, unit]) => [...int(1, name), ...int(2, unit)]);
  const line = fc
    .tuple(fc.constantFrom(0, 7), fc.constantFrom(0, 7))
    .map(([number, column]) => block(4, int(1, 1), int(2, number), int(3, column)));
  const label = fc
    .tuple(text, text, fc.constantFrom(0, 5), text)
    .map(([key, string, number, unit]) =>
      block(3, int(1, key), int(2, string), int(3, number), int(4, unit)),
    );
  const several = (part: fc.Arbitrary<number[]>) =>
    fc.array(part, { maxLength: 3 }).map(parts => parts.flat());
  fc.assert(
    fc.property(
      type,
      fc.option(type),
      several(line),
      several(label),
      text,
      (sampleType, period, lines, labels, at) => {
        const bytes = bytesOf(
          block(1, sampleType),
          block(2, at === 0 ? [] : packed(1, [1]), packed(2, [at]), labels),
          block(4, int(1, 1), lines),
          block(5, int(1, 1), int(2, at)),
          block(6, ''),
          block(6, 'x'),
          period === null ? [] : block(11, period),
        );
        const profile = readProto(bytes);
        const again = readProto(writeProfile(profile));
        assert.deepEqual(dumpProfile(again), dumpProfile(profile));
        assert.deepEqual([again.sampleTypes, again.periodType], [profile.sampleTypes, profile.periodType]);
        assert.equal(dumpProfile(readProto(writeDiff(profile, profile))).length, 3);
      },
    ),
    { numRuns: 300 },
  );
});

test('a diff holds the current samples and the base ones, negated and labelled', () => {
  const diff = readProto(writeDiff(readProto(base), readProto(current)));
  assert.deepEqual(dumpProfile(diff), [
    'inuse_space/bytes',
    'main@m.go:1;grow@m.go:5>make@m.go:9 4611686018427387904 bytes:100',
    ' -3',
    'main@m.go:1;grow@m.go:5>make@m.go:9 -100 bytes:100 pprof::base=true',
    'main@m.go:1;gone@m.go:7 -7 pprof::base=true',
  ]);
  assert.deepEqual([diff.timeNanos, diff.period, diff.comments], [1000n, 7, ['one', 'two']]);
  assert.equal(diff.locations.count, 3, 'equal locations are one');
});

test('samples are written in several pieces, each in its place', () => {
  const many = readProto(
    profileBytes({
      sampleTypes: ['space/bytes'],
      samples: Array.from({ length: 3000 }, (_, i) => ({ stack: [`f${i}@m.go:${i}`], values: [i + 1] })),
    }),
  );
  assert.ok([...written.writeDiff(many, many)].length > 3);
  assert.deepEqual(dumpProfile(readProto(writeProfile(many))), dumpProfile(many));
  assert.equal(dumpProfile(readProto(writeDiff(many, many))).length, 1 + 2 * 3000);
});

test('labels are those of their sample, however many sets of them there are', () => {
  const labelled = readProto(
    profileBytes({
      sampleTypes: ['space/bytes'],
      samples: Array.from({ length: 9000 }, (_, i) => ({
        stack: ['main@m.go:1'],
        values: [1],
        labels: i % 3 === 0 ? {} : { bytes: i % 4500, at: i % 2 === 0 ? 'even' : 'odd' },
      })),
    }),
  );
  assert.deepEqual(dumpProfile(readProto(writeProfile(labelled))), dumpProfile(labelled));
});

test('locations are one only where all of them is equal', () => {
  const line = (of: number, number: number, column: number) =>
    block(4, int(1, of), int(2, number), int(3, column));
  const location = (id: number, address: number, ...parts: number[][]) =>
    block(4, int(1, id), int(3, address), parts.flat());
  const bytes = bytesOf(
    block(1, int(1, 1)),
    ...Array.from({ length: 8 }, (_, i) => block(2, packed(1, [i + 1]), packed(2, [1]))),
    location(1, 16, line(1, 7, 0)),
    location(2, 16, line(1, 7, 0)),
    location(3, 17, line(1, 7, 0)),
    location(4, 16, line(1, 8, 0)),
    location(5, 16, line(1, 7, 1)),
    location(6, 16, line(2, 7, 0)),
    location(7, 16, line(1, 7, 0), line(1, 7, 0)),
    location(8, 16, line(1, 7, 0), int(5, 1)),
    block(5, int(1, 1), int(2, 1)),
    block(5, int(1, 2), int(2, 2)),
    ...['', 'x', 'y'].map(text => block(6, text)),
  );
  const again = readProto(writeProfile(readProto(bytes)));
  assert.deepEqual([...again.samples.stack], [0, 0, 1, 2, 3, 4, 5, 6]);
});

test('only a mapping whose locations all have lines says that it has names', () => {
  const bytes = (stack: readonly string[]) =>
    profileBytes({
      sampleTypes: ['space/bytes'],
      samples: [{ stack, values: [1] }],
      binary: { file: '/bin/app' },
    });
  const flags = (stack: readonly string[]) =>
    PprofProfile.decode(writeProfile(readProto(bytes(stack)))).mapping.map(
      ({ hasFunctions, hasFilenames, hasLineNumbers, hasInlineFrames }) =>
        [hasFunctions, hasFilenames, hasLineNumbers, hasInlineFrames].map(Number).join(''),
    );
  assert.deepEqual(flags(['main@m.go:1']), ['1111']);
  assert.deepEqual(flags([]), ['0000'], 'one that no stack passes through');
});

test('profiles without a common sample type make no diff', () => {
  const other = profileBytes({ sampleTypes: ['cpu/nanoseconds'], samples: [] });
  assert.throws(() => writeDiff(readProto(other), readProto(current)), { code: 'noCommonSampleType' });
});

/** pprof's header names the files; only the rows are compared. */
function rows(report: string): string {
  return report.replaceAll(/^(File|Build ID|Type|Time|Duration):.*\n/gm, '');
}

const pairs = [
  ['service-base.pb.gz', 'service-current.pb.gz'],
  ['etcd/base.pb', 'etcd/current.pb.gz'],
  ['profefe/collector_heap_1.prof', 'profefe/collector_heap_2.prof'],
  ['dd-trace-go/heap.before.pprof', 'dd-trace-go/heap.after.pprof'],
  ['parca-series/1644509272337470000.pb.gz', 'parca-series/1644509299337903000.pb.gz'],
] as const;

for (const [baseName, currentName] of pairs) {
  const skip = noGoPprof || (!existsSync(realPath(baseName)) && noRealProfiles);
  test(`pprof shows ${currentName} as with -diff_base`, { skip }, () => {
    const diff = writeDiff(readProto(realBytes(baseName)), readProto(realBytes(currentName)));
    for (const type of ['inuse_space', 'alloc_objects']) {
      for (const granularity of ['-lines', '-addresses']) {
        const options = ['-top', granularity, `-sample_index=${type}`];
        const expected = goPprof(...options, '-diff_base', realPath(baseName), realPath(currentName));
        assert.equal(rows(goPprof(...options, diff)), rows(expected));
      }
    }
  });
}

test('pprof dumps what was written as it dumps the original', { skip: noGoPprof }, () => {
  // Ours are those that the locations bear out; the original's may be fewer.
  const flags = / +(\[(FN|FL|LN|IN)\])*$/gm;
  for (const name of realProtos()) {
    const written = goPprof('-raw', writeProfile(readProto(realBytes(name))));
    assert.equal(written.replaceAll(flags, ''), goPprof('-raw', realPath(name)).replaceAll(flags, ''), name);
  }
});
