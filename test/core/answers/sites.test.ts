import assert from 'node:assert/strict';
import test from 'node:test';
import { growthOf } from '../../../src/core/answers/growth.ts';
import { leadingSites, suspects } from '../../../src/core/answers/sites.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { heap, lookAt, profileOf } from './lookAt.ts';

/** Allocated and live bytes of each stack. */
function capture(samples: Record<string, readonly [allocated: number, live: number]>): Profile {
  return profileOf({
    sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
    samples: Object.entries(samples).map(([stack, values]) => ({ stack: stack.split(';'), values })),
    startLines: { seen: 20 },
  });
}

const base = capture({ 'main;seen@c.go:31': [100, 100], 'main;buffer': [1000, 50] });
const current = capture({
  'main;seen@c.go:31': [180, 180],
  'run;seen@c.go:31': [10, 10],
  'main;seen@c.go:24': [30, 30],
  'main;buffer': [90_000, 90],
});

test('the headline’s site is the function that grew most, at the line of it that grew most', () => {
  const site = leadingSites(lookAt([base, current])).grown;
  assert.deepEqual(site, {
    name: 'seen',
    file: 'c.go',
    line: 31,
    startLine: 20,
    flat: { base: 100, current: 220 },
    net: 120,
    own: null,
    via: null,
    share: 0.75,
    objects: null,
    retained: { share: 1, allocated: 120, kept: null },
    evidence: null,
    hint: null,
    askers: [],
  });
});

test('nothing grew, nothing to name but what shrank', () => {
  const { grown, shrunk, growth } = leadingSites(lookAt([heap('f 5', 'g 9'), heap('f 4')]));
  assert.deepEqual([grown, shrunk?.name, shrunk?.net, growth], [null, 'g', -9, 0]);
});

test('a site is ranked by its net growth, whoever calls it now', () => {
  const look = lookAt([heap('old;buf 600', 'put 100'), heap('new;buf 590', 'put 200', 'get 25')]);
  const { grown, growth } = leadingSites(look);
  assert.deepEqual([grown?.name, grown?.net, grown?.share, growth], ['put', 100, 0.8, 125]);
  assert.deepEqual(
    suspects(look, 'site', 9).map(({ name, net, share }) => [name, net, share]),
    [
      ['put', 100, 0.8],
      ['get', 25, 0.2],
    ],
  );
});

const own = (name: string): string => `main.main@/src/app/main.go:9;main.${name}@/src/app/${name}.go:4`;
const library = 'encoding/json.Marshal@/usr/local/go/src/encoding/json/encode.go:7';

test('own code: the innermost function that most of the growth goes through, and the list by it', () => {
  const look = lookAt([
    heap(`${own('a')};${library} 1`, `${own('b')} 1`),
    heap(`${own('a')};${library} 31`, `${own('b')};${library} 10`, `${own('b')} 6`),
  ]);
  assert.deepEqual(
    suspects(look, 'site', 9).map(({ name, own: code, net }) => [name, code?.name, code?.line, net]),
    [
      ['encoding/json.Marshal', 'main.a', 4, 40],
      ['main.b', undefined, undefined, 5],
    ],
  );
  assert.deepEqual(
    suspects(look, 'own', 9).map(({ name, via, net, line }) => [name, via?.name, net, line]),
    [
      ['main.a', 'encoding/json.Marshal', 30, 4],
      ['main.b', 'encoding/json.Marshal', 15, 4],
    ],
  );
});

test('what the stack with most of a site’s growth tells is told with it, not where it shrank', () => {
  const dial = 'net/http.(*Transport).dialConn@/usr/local/go/src/net/http/transport.go:9';
  const buffer = 'bufio.NewReaderSize@/usr/local/go/src/bufio/bufio.go:57';
  const [few, many] = [1, 9].map(n => heap(`${dial};${buffer} ${n}`, `${own('b')} ${n - 1}`));
  assert.ok(few !== undefined && many !== undefined);
  assert.deepEqual(
    suspects(lookAt([few, many]), 'site', 9).map(({ name, hint }) => [name, hint?.rule]),
    [
      ['main.b', undefined],
      ['net/http.(*Transport).dialConn', 'connectionsPileUp'],
    ],
  );
  const { shrunk } = leadingSites(lookAt([heap(`${dial} 9`), heap(`${dial} 1`)]));
  assert.deepEqual([shrunk?.name, shrunk?.hint], ['net/http.(*Transport).dialConn', null]);
});

test('of what was allocated nothing piles up, as long as it is not known how much stayed', () => {
  const dial = 'net/http.(*Transport).dialConn@/usr/local/go/src/net/http/transport.go:9';
  const allocated = (value: number, ...types: string[]): Profile =>
    profileOf({
      sampleTypes: types,
      samples: [{ stack: dial.split(';'), values: types.map(() => value) }],
    });
  const ruleOf = (...types: string[]): string | undefined => {
    const pair = [allocated(1, ...types), allocated(9, ...types)];
    return leadingSites(lookAt(pair, { sampleType: 'alloc_space' })).grown?.hint?.rule;
  };
  assert.equal(ruleOf('alloc_space/bytes'), undefined);
  assert.equal(ruleOf('alloc_space/bytes', 'inuse_space/bytes'), 'connectionsPileUp');
});

test('allocators are nobody’s: the site is what called them, at the line that did', () => {
  const grow = 'alloc::raw_vec::finish_grow@/rustc/1/raw_vec.rs:5;__rust_alloc;prof_backtrace_impl';
  const look = lookAt([
    heap(`app::put@/src/put.rs:3;${grow} 1`),
    heap(`app::put@/src/put.rs:8;${grow} 9`, `${grow} 2`),
  ]);
  const { grown, growth, nameless } = leadingSites(look);
  assert.deepEqual([grown?.name, grown?.line, grown?.net, growth], ['app::put', 8, 8, 10]);
  assert.equal(nameless?.net, 2);
});

test('shares in the editor are of the same growth', () => {
  const profiles = [
    heap('main;put@p.go:1;malloc 1'),
    heap('main;put@p.go:1;malloc 31', 'main;put@p.go:2 10', 'get 10'),
  ];
  const { grown } = leadingSites(lookAt(profiles));
  assert.deepEqual([grown?.net, grown?.share], [40, 0.8]);
  const { functions, lines } = growthOf(lookAt(profiles, { granularity: 'lines' }), ['p.go'], []);
  assert.deepEqual(
    functions.map(({ kind, name, share }) => [kind, name, share]),
    [['flat', 'put', 0.8]],
  );
  assert.deepEqual(
    lines.map(({ line, share }) => [line, share]),
    [
      [1, 0.6],
      [2, 0.2],
    ],
  );
});

test('what stays ranks before what was freed again', () => {
  const churned = capture({ ...{ 'main;seen@c.go:31': [150, 150] }, 'main;buffer': [90_000, 500] });
  const ranked = suspects(lookAt([base, churned]), 'site', 10).map(({ name, share }) => [
    name,
    Math.round(share * 100),
  ]);
  assert.deepEqual(ranked, [
    ['seen', 10],
    ['buffer', 90],
  ]);
  assert.equal(suspects(lookAt([base, churned]), 'site', 1).length, 1);
});

test('growth within the noise of sampling is no suspect', () => {
  const sampled = (...values: [name: string, objects: number, bytes: number][]): Profile =>
    profileOf({
      sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
      samples: values.map(([name, ...counts]) => ({ stack: [name], values: counts })),
      period: 524_288,
    });
  const grown = sampled(['one', 128, 524_288], ['many', 25_600, 104_857_600]);
  const found = suspects(lookAt([sampled(), grown]), 'site', 10);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['many'],
  );
});
