import assert from 'node:assert/strict';
import test from 'node:test';
import { suspects, topSite } from '../../../src/core/answers/sites.ts';
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
  const site = topSite(lookAt([base, current]));
  assert.deepEqual(site, {
    name: 'seen',
    file: 'c.go',
    line: 31,
    startLine: 20,
    flat: { base: 100, current: 220 },
    lineFlat: { base: 100, current: 190 },
    share: 0.75,
    objects: null,
    retained: { share: 1, allocated: 120 },
    evidence: null,
  });
});

test('nothing grew, nothing to name', () => {
  assert.equal(topSite(lookAt([heap('f 5', 'g 1'), heap('f 4')])), null);
});

test('what stays ranks before what was freed again', () => {
  const churned = capture({ ...{ 'main;seen@c.go:31': [150, 150] }, 'main;buffer': [90_000, 500] });
  const ranked = suspects(lookAt([base, churned]), 10).map(({ name, share }) => [
    name,
    Math.round(share * 100),
  ]);
  assert.deepEqual(ranked, [
    ['seen', 10],
    ['buffer', 90],
  ]);
  assert.equal(suspects(lookAt([base, churned]), 1).length, 1);
});

test('growth within the noise of sampling is no suspect', () => {
  const sampled = (...values: [name: string, objects: number, bytes: number][]): Profile =>
    profileOf({
      sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'],
      samples: values.map(([name, ...counts]) => ({ stack: [name], values: counts })),
      period: 524_288,
    });
  const grown = sampled(['one', 128, 524_288], ['many', 25_600, 104_857_600]);
  const found = suspects(lookAt([sampled(), grown]), 10);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['many'],
  );
});
