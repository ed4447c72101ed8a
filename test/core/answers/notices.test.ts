import assert from 'node:assert/strict';
import test from 'node:test';
import { Looks } from '../../../src/core/answers/looks.ts';
import { type Notice, noticesOf } from '../../../src/core/answers/notices.ts';
import { compare } from '../../../src/core/pair/comparison.ts';
import type { Profile } from '../../../src/core/profile.ts';
import type { ProfileText } from '../../fixtures/buildProfile.ts';
import { heap, profileOf, samplesOf } from './lookAt.ts';

function noticesFor(profiles: readonly Profile[], reordered: boolean): readonly Notice[] {
  const names = profiles.length === 1 ? ['one.pb'] : ['base.pb', 'delta.pb'];
  const { relation } = new Looks(profiles);
  return noticesOf(compare(profiles), { ...relation, reordered, names, changed: [], unreadable: [] });
}

const kinds = (profiles: readonly Profile[], reordered = false): string[] =>
  noticesFor(profiles, reordered).map(({ kind, text }) => {
    assert.match(text, /\.$/);
    return kind;
  });
const of = (text: Partial<ProfileText>): Profile => profileOf({ samples: samplesOf('f 1'), ...text });
const twoTypes = ['alloc_space/bytes', 'inuse_space/bytes'];
const allocated = (bytes: number): Profile =>
  of({ sampleTypes: twoTypes, samples: [{ stack: ['f'], values: [bytes, 1] }] });

const cases: readonly [title: string, profiles: Profile[], expected: string[]][] = [
  ['an ordinary pair', [heap('f 1'), heap('f 2')], []],
  ['the same file twice', [heap('f 1'), heap('f 1')], ['identical']],
  [
    'two builds',
    [of({ binary: { file: '/a', buildId: '1' } }), heap('f 2')].map((profile, i) =>
      i === 0 ? profile : of({ binary: { file: '/a', buildId: '2' }, samples: samplesOf('f 2') }),
    ),
    ['differentBinaries'],
  ],
  ['a restart', [allocated(9), allocated(5)], ['restarted']],
  ['two periods', [of({ period: 1 }), of({ period: 2, samples: samplesOf('f 2') })], ['differentPeriod']],
  ['two sets of sample types', [of({ samples: samplesOf('f 3') }), allocated(2)], ['differentSampleTypes']],
  ['two units', [of({ sampleTypes: ['inuse_space/kb'] }), heap('f 2')], ['differentUnits']],
  [
    'a diff',
    [of({ samples: [{ stack: ['f'], values: [-1], labels: { 'pprof::base': 'true' } }] })],
    ['carriesBase'],
  ],
  ['a delta', [heap('f -1')], ['negativeValues']],
  ['a delta against a full heap, which is no restart', [allocated(9), allocated(-5)], ['difference']],
  [
    'a Go heap over 30 s against one without a duration',
    [0, 30e9].map(durationNanos =>
      of({
        sampleTypes: ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'],
        samples: [{ stack: ['f'], values: [1, durationNanos === 0 ? 9 : 1, 1, 1] }],
        durationNanos,
      }),
    ),
    ['maybeDifference'],
  ],
  ['two programs', [heap('f 1'), heap('g 1')], ['differentPrograms']],
];

for (const [title, profiles, expected] of cases) {
  test(`${title}: ${expected.join() || 'nothing to say'}`, () => {
    assert.deepEqual(kinds(profiles), expected);
  });
}

test('files in the other order', () => {
  assert.deepEqual(kinds([heap('f 1'), heap('f 2')], true), ['reordered']);
});

test('cut stacks and missing symbols are told of either file', () => {
  const deep = (root: string): string => `${[root, ...Array(31).keys()].join(';')} 1`;
  assert.deepEqual(kinds([heap('5 1'), heap(deep('x'), deep('y'), deep('z'))]), ['truncatedStacks']);
  const profile = heap('f 1');
  const bare = { ...profile, locations: { ...profile.locations, lineStart: new Uint32Array(2) } };
  assert.deepEqual(kinds([bare]), ['unsymbolized']);
});

test('lines without a function’s name are no symbols, and of a dump of jemalloc it is said how to get some', () => {
  const profile = heap('f 1');
  const none = new Uint32Array(profile.functions.count);
  const unnamed = { ...profile, functions: { ...profile.functions, name: none, systemName: none } };
  assert.deepEqual(kinds([unnamed]), ['unsymbolized']);
  const mangled = { ...unnamed, functions: { ...unnamed.functions, systemName: profile.functions.name } };
  assert.deepEqual(kinds([mangled]), []);
  const said = (format: Profile['format']): string => {
    const [notice] = noticesFor([{ ...unnamed, format }], false);
    return notice?.text ?? '';
  };
  assert.match(said('gperftools'), /`pprof -proto BINARY FILE > named\.pb\.gz`/);
  assert.match(said('jemalloc'), /`pprof -proto BINARY saved\.pb\.gz > named\.pb\.gz`/);
  assert.match(said('jemalloc'), /`\(jeprof --raw BINARY FILE; cat FILE\) > named\.heap`/);
});

test('functions of Rust without paths are said to have perhaps another file', () => {
  const rust = (name: (i: number) => string): Profile =>
    of({ samples: samplesOf(...Array.from({ length: 30 }, (_, i) => `${name(i)}@/src/a${i}.rs:7 1`)) });
  assert.deepEqual(kinds([rust(i => `new${i}<a::B>`)]), ['shortRustNames']);
  assert.deepEqual(kinds([rust(i => (i < 5 ? `a::new${i}` : `new${i}`))]), ['shortRustNames']);
  assert.deepEqual(kinds([rust(i => `app::store::new${i}`)]), []);
  assert.deepEqual(kinds([rust(i => `<app::Store as Put>::put${i}`)]), []);
  assert.deepEqual(kinds([of({ samples: samplesOf('new@/src/a.rs:7 1') })]), []);
});

test('names that were cut are counted in both files', () => {
  const long = (...lengths: readonly number[]) =>
    heap(...lengths.map(length => `${'x'.repeat(length)}${length} 1`));
  const told = (...profiles: readonly Profile[]) =>
    noticesFor(profiles, false)
      .filter(({ kind }) => kind === 'cutNames')
      .map(({ text }) => text);
  assert.deepEqual(told(long(70_000)), ['One name was longer than 64 KiB and is cut there.']);
  assert.deepEqual(told(long(70_000, 80_000), long(70_000, 60_000)), [
    '3 names were longer than 64 KiB and are cut there.',
  ]);
  assert.deepEqual(told(long(60_000)), []);
});

test('which file is a difference, and what shows it', () => {
  const delta = of({ samples: samplesOf('f 3', 'f;g -1'), durationNanos: 30e9 });
  const [notice] = noticesFor([heap('f 9'), delta], false);
  assert.equal(
    notice?.text,
    'delta.pb is itself a difference (30 s, negative values): it cannot be compared with a full heap; capture without ?seconds.',
  );
  assert.deepEqual(notice.names, ['delta.pb']);
});
