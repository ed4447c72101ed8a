import assert from 'node:assert/strict';
import test from 'node:test';
import { diffInfo } from '../../../src/core/answers/diffInfo.ts';
import { headlineOf } from '../../../src/core/answers/headline.ts';
import { Looks } from '../../../src/core/answers/looks.ts';
import { type MeasuredPair, measurePair } from '../../../src/core/gate/measurePair.ts';
import type { KnownLeak } from '../../../src/core/known/knownLeaks.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { inuseSpace } from '../../fixtures/viewOptions.ts';
import { heap, profileOf, samplesOf } from '../answers/lookAt.ts';

const base = heap(
  'main.main@/app/m.go;main.put@/app/c.go:3 10',
  'main.main@/app/m.go;main.log@/app/l.go:5 10',
);
const current = heap(
  'main.main@/app/m.go;main.put@/app/c.go:3 60',
  'main.main@/app/m.go;main.log@/app/l.go:5 13',
);

const hour = 3_600_000;

function measureOf(
  profiles: readonly Profile[],
  known: readonly KnownLeak[] = [],
  times: Parameters<typeof measurePair>[2] = { base: 0, current: hour },
): MeasuredPair {
  const looks = new Looks(profiles);
  const look = looks.at({ ...inuseSpace, filter: noFilter });
  const named = profiles.map(profile => ({ name: '', profile }));
  const { gaps } = headlineOf(diffInfo(named, looks, false), look);
  return measurePair(look, known, times, gaps);
}

test('the whole and every site are measured', () => {
  const { measurement, sites } = measureOf([base, current]);
  assert.equal(measurement.whole.growth, 53);
  assert.equal(measurement.blocked, null);
  assert.deepEqual(
    sites.map(({ site, fingerprint, known }) => [site.name, site.net, fingerprint.own, known]),
    [
      ['main.put', 50, ['main.main'], null],
      ['main.log', 3, ['main.main'], null],
    ],
  );
});

test('growth an hour is that of one process: two builds, or two runs of one, have none', () => {
  const built = (buildId: string, allocated: number): Profile =>
    profileOf({
      sampleTypes: ['alloc_space/bytes', 'inuse_space/bytes'],
      samples: [{ stack: ['main.main', 'main.put'], values: [allocated, 5] }],
      binary: { file: '/app', buildId },
    });
  const hours = (...pair: readonly Profile[]): unknown[] => {
    const { measurement } = measureOf(pair);
    return [measurement.hours, measurement.noHours, measurement.blocked];
  };
  assert.deepEqual(hours(built('a', 10), built('a', 20)), [1, undefined, null]);
  assert.deepEqual(hours(built('a', 20), built('a', 10)), [
    null,
    'the process was started anew between the captures',
    null,
  ]);
  assert.deepEqual(hours(built('a', 10), built('b', 20)), [
    null,
    'each of two processes grew for as long as it ran, which is not the time between the captures',
    null,
  ]);
});

test('where filters leave no sample nothing was measured, which is not that it holds', () => {
  const sampled = (value: number): Profile =>
    profileOf({ samples: samplesOf(`main.put ${value}`), period: 512 });
  const looks = new Looks([sampled(10), sampled(20)]);
  const focused = (focus: string): string | null => {
    const look = looks.at({ ...inuseSpace, filter: { ...noFilter, focus } });
    return measurePair(look, [], { base: 0, current: hour }, []).measurement.blocked;
  };
  assert.equal(focused('put'), null);
  assert.equal(focused('putt'), 'no sample of inuse_space is counted in either file');
});

test('a known leak counts neither as a site nor in the whole', () => {
  const { measurement, sites } = measureOf(
    [base, current],
    [{ site: 'main.put', own: [], because: 'a cache', fixed: null }],
  );
  assert.equal(measurement.whole.growth, 3);
  assert.deepEqual(
    measurement.sites.map(({ place }) => place.name),
    ['main.log'],
  );
  assert.deepEqual(
    sites.map(({ known }) => known?.because),
    ['a cache', undefined],
  );
});

test('a leak that was fixed is counted, and said to be back', () => {
  const fixed = { site: 'main.put', own: [], because: '', fixed: 'in #12' };
  const { measurement, sites } = measureOf([base, current], [fixed]);
  assert.equal(measurement.whole.growth, 53);
  assert.deepEqual(
    sites.map(({ known, back }) => [known, back]),
    [
      [null, fixed],
      [null, null],
    ],
  );
});

test('what time is between them is measured, or why that is not known', () => {
  const timed = (from: number | null, to: number | null): MeasuredPair['measurement'] =>
    measureOf([base, current], [], { base: from, current: to }).measurement;
  const apart = timed(0, 2 * hour);
  assert.deepEqual([apart.hours, apart.noHours], [2, undefined]);
  const swapped = timed(2 * hour, 0);
  assert.deepEqual([swapped.hours, swapped.noHours], [null, 'the base was captured after the current one']);
  const untimed = timed(null, 0);
  assert.deepEqual(
    [untimed.hours, untimed.noHours],
    [null, 'one of the files does not say when it was captured'],
  );
});

test('one file twice is nothing that a limit could hold', () => {
  assert.match(measureOf([base, base]).measurement.blocked ?? '', /copies of one capture/);
});

test('where every site that grew is known, nothing is left of the noise, and no root of less than nothing', () => {
  const sites = ['a', 'b', 'c', 'd', 'e'];
  const capture = (sizes: readonly number[]): Profile =>
    profileOf({
      sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
      samples: sizes.map((size, i) => ({ stack: [`main.${sites[i]}`], values: [1, size] })),
      period: 524_288,
    });
  const known = sites.map(each => ({ site: `main.${each}`, own: [], because: '', fixed: null }));
  for (let seed = 1; seed <= 50; seed++) {
    const sizes = sites.map((_, i) => 1000 + ((seed * 7919 * (i + 1)) % 99_991));
    const { whole } = measureOf([capture([]), capture(sizes)], known).measurement;
    assert.equal(whole.growth, 0);
    const left = whole.evidence?.standardError ?? Number.NaN;
    assert.ok(left >= 0 && left < 100, `${left}`);
  }
});
