import assert from 'node:assert/strict';
import test from 'node:test';
import type { SampleType } from '../../../src/core/profile.ts';
import { reduceCapture } from '../../../src/core/reduce/reduceCapture.ts';
import { siteKey } from '../../../src/core/reduce/seriesNames.ts';
import { heap, profileOf, samplesOf } from '../answers/lookAt.ts';

const names = (types: readonly SampleType[]): readonly string[] => types.map(({ type }) => type);

test('the total is all that is there, what ends in nothing but allocators included', () => {
  assert.equal(reduceCapture(heap('main;put;malloc 10', 'malloc 2'), 'a.pb').total, 12);
});

test('what is counted: inuse_space by default, whatever the file would begin with', () => {
  const profile = profileOf({
    sampleTypes: ['alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'],
    defaultSampleType: 'alloc_space',
    samples: [{ stack: ['main', 'put'], values: [90, 2, 64] }],
    timeNanos: 77,
  });
  const { sampleType, sampleTypes, total, objects, sites, timeNanos, countsAllocated } = reduceCapture(
    profile,
    'a.pb',
  );
  assert.deepEqual(sampleType, { type: 'inuse_space', unit: 'bytes' });
  assert.deepEqual([total, objects, timeNanos, countsAllocated], [64, 2, 77n, true]);
  assert.equal(sites.get(siteKey('put', ''))?.allocated, 90);
  assert.deepEqual(names(sampleTypes), ['inuse_objects', 'inuse_space']);
  const allocated = reduceCapture(profile, 'a.pb', { sampleType: 'alloc_space' });
  assert.equal(allocated.total, 90);
  assert.deepEqual(names(allocated.sampleTypes), ['alloc_space', 'inuse_objects', 'inuse_space']);
});

test('what was allocated since the capture before does not tell a restart', () => {
  const since = profileOf({
    sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
    samples: [
      { stack: ['main.main@a.go', 'main.f@a.go'], values: [3, 90] },
      { stack: ['main.main@a.go', 'main.g@a.go'], values: [9, 0] },
    ],
  });
  assert.equal(reduceCapture(since, 'a.pb').countsAllocated, false);
});

test('a heap that holds nothing yet is counted as the others of its series are', () => {
  const sampleTypes = ['alloc_space/bytes', 'inuse_space/bytes'];
  const profile = profileOf({ sampleTypes, samples: [{ stack: ['f'], values: [9, 0] }] });
  assert.deepEqual(reduceCapture(profile, 'a.pb').sampleType.type, 'inuse_space');
});

test('functions that every stack ends in are kept apart, since another capture may tell more', () => {
  const profile = heap('main;a@/x/a.c:1;take@/y/t.c:1 5', 'main;b@/x/b.c:1;take@/y/t.c:1 6');
  const { sites, beyondCommon } = reduceCapture(profile, 'a.pb');
  assert.deepEqual(
    [...sites.values()].map(({ name }) => name),
    ['take'],
  );
  assert.deepEqual(
    [...(beyondCommon?.values() ?? [])].map(({ name, value }) => [name, value]),
    [
      ['a', 5],
      ['b', 6],
    ],
  );
  assert.equal(reduceCapture(heap('main;a 1', 'main;b 1'), 'b.pb').beyondCommon, null);
});

test('the variance of a site is that of its samples', () => {
  const period = 524_288;
  const profile = profileOf({
    sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
    samples: [{ stack: ['main', 'put'], values: [6400, 6400 * 8192] }],
    period,
  });
  const { sites, samples } = reduceCapture(profile, 'a.pb');
  const each = 8192 / period;
  const expected = (6400 / Math.expm1(each)) * 8192 * 8192;
  assert.ok(Math.abs((sites.get(siteKey('put', ''))?.variance ?? 0) / expected - 1) < 1e-12);
  assert.equal(Math.round(samples ?? 0), 99);
  assert.equal(reduceCapture(heap('f 1'), 'b.pb').samples, null);
});

test('a difference is refused', () => {
  assert.throws(() => reduceCapture(heap('f -5', 'g 2'), 'a.pb'), { code: 'wrongKind' });
});

test('sampled objects of async-profiler are told from a heap', () => {
  const of = (comments: readonly string[]): boolean =>
    reduceCapture(profileOf({ samples: samplesOf('f 8'), comments }), 'a.pb').sampledAlone;
  assert.deepEqual([of(['Produced by async-profiler']), of([])], [true, false]);
});
