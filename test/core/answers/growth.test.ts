import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type Growth, growthOf } from '../../../src/core/answers/growth.ts';
import { sourcesOf } from '../../../src/core/answers/sources.ts';
import { readProfile } from '../../../src/core/formats/readProfile.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, lookAt, profileOf } from './lookAt.ts';

function growth(profiles: readonly Profile[], own: readonly string[], libraries: readonly string[] = []) {
  return growthOf(lookAt(profiles, { granularity: 'lines' }), own, libraries);
}

/** `flat put cache.go:2 +80`. */
function text({ kind, name, file, line, value }: Growth): string {
  const delta = value.current - value.base;
  return `${kind} ${name} ${file}:${line} ${delta > 0 ? '+' : ''}${delta}`;
}

const before = heap('main@m.go:1;put@cache.go:2;grow@lib.go:9 10', 'main@m.go:1;put@cache.go:3 40');
const after = heap('main@m.go:1;put@cache.go:2;grow@lib.go:9 90', 'main@m.go:1;put@cache.go:3 25');

test('what a library allocates is noted at the innermost own line, and in the library if that is looked at', () => {
  const own = ['m.go', 'cache.go'];
  assert.deepEqual(growth([before, after], own).lines.map(text), [
    'called put cache.go:2 +80',
    'flat put cache.go:3 -15',
  ]);
  assert.deepEqual(growth([before, after], own, ['lib.go']).lines.map(text), [
    'called put cache.go:2 +80',
    'flat grow lib.go:9 +80',
    'flat put cache.go:3 -15',
  ]);
  assert.deepEqual(growth([before, after], ['m.go']).lines.map(text), ['called main m.go:1 +65']);
  assert.deepEqual(growth([before, after], []).lines, []);
});

test('a function has its lines together, its own allocations and its calls apart', () => {
  const { functions } = growth([before, after], ['cache.go'], ['lib.go']);
  assert.deepEqual(functions.map(text), [
    'called put cache.go:0 +80',
    'flat grow lib.go:0 +80',
    'flat put cache.go:0 -15',
  ]);
});

test('callers are the lines that call, allocators the functions that allocate, three at most', () => {
  const stacks = (value: number) =>
    [1, 2, 3, 4].map(i => `c${i}@m.go:${i};put@cache.go:2;grow${i}@lib.go:9 ${i * value}`);
  const [called] = growth([heap(...stacks(1)), heap(...stacks(11))], ['cache.go']).lines;
  assert.deepEqual(
    called?.callers.map(({ name, file, line, value }) => [name, file, line, value]),
    [4, 3, 2].map(i => [`c${i}`, 'm.go', i, { base: i, current: i * 11 }]),
  );
  assert.deepEqual(
    called?.allocators.map(({ name, line }) => [name, line]),
    [
      ['grow4', 0],
      ['grow3', 0],
      ['grow2', 0],
    ],
  );
  assert.equal(called?.share, 1);
  assert.deepEqual(
    called?.stack.map(({ name, file, line }) => [name, file, line]),
    [
      ['grow4', 'lib.go', 9],
      ['put', 'cache.go', 2],
      ['c4', 'm.go', 4],
    ],
  );
});

test('what sampling alone may have made is left out', () => {
  const period = 512 * 1024;
  const capture = (large: number, small: number) =>
    profileOf({
      period,
      samples: [
        { stack: ['main@m.go:1', 'leak@m.go:5'], values: [large] },
        { stack: ['main@m.go:1', 'wobble@m.go:6'], values: [small] },
      ],
    });
  const { lines } = growth([capture(period, period), capture(100 * period, 3 * period)], ['m.go']);
  assert.deepEqual(
    lines.map(({ name }) => name),
    ['leak'],
  );
  assert.equal(lines[0]?.evidence?.standardError, Math.sqrt(99) * period);
});

test('the sample service leaks at one line of its own, and decodes at another', () => {
  const folder = new URL('../../fixtures/dedupe/', import.meta.url);
  const profiles = ['heap-1300.pb.gz', 'heap-1400.pb.gz'].map(name =>
    readProfile(gunzipSync(readFileSync(new URL(name, folder)))),
  );
  const files = sourcesOf(lookAt(profiles), 100).map(({ file }) => file);
  const { unit, lines } = growth(
    profiles,
    files.filter(file => file.startsWith('/build/src/dedupe/')),
  );
  assert.equal(unit, 'bytes');
  assert.deepEqual(
    lines.map(({ kind, name, line, share }) => [kind, name, line, Math.round(share * 100)]),
    [
      ['flat', 'main.(*dedupeCache).seen', 39, 96],
      ['called', 'main.(*server).ingest', 49, 4],
    ],
  );
});

test('of what was allocated all may be gone, unless it is known how much stayed', () => {
  const grown = (...types: string[]) => {
    const of = (value: number): Profile =>
      profileOf({
        sampleTypes: types,
        samples: [{ stack: ['main@m.go:1', 'put@cache.go:2'], values: types.map(() => value) }],
      });
    const look = lookAt([of(1), of(9)], { granularity: 'lines', sampleType: types[0]?.split('/')[0] ?? '' });
    return growthOf(look, ['cache.go'], []).lines.map(({ mayBeGone }) => mayBeGone);
  };
  assert.deepEqual(grown('alloc_space/bytes'), [true]);
  assert.deepEqual(grown('alloc_space/bytes', 'inuse_space/bytes'), [false]);
  assert.deepEqual(grown('inuse_space/bytes'), [false]);
});
