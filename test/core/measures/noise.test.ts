import assert from 'node:assert/strict';
import test from 'node:test';
import { type Evidence, evidenceOver, isNoise, noiseOf } from '../../../src/core/measures/noise.ts';
import { subtreeRange } from '../../../src/core/measures/ranges.ts';
import { compare, pairColumns, typeNamed } from '../../../src/core/pair/comparison.ts';
import type { Profile } from '../../../src/core/profile.ts';
import { byBucket } from '../../../src/core/stacks/buckets.ts';
import { rootNode } from '../../../src/core/tree/callTree.ts';
import type { SampleText } from '../../fixtures/buildProfile.ts';
import { lookAt, profileOf } from '../answers/lookAt.ts';

const PERIOD = 512 * 1024;

/** Live objects: so many of a size under a function. */
type Objects = readonly [name: string, count: number, size: number];

function capture(objects: readonly Objects[], period = PERIOD, labelled = true): Profile {
  const samples = objects.map(
    ([name, count, size]): SampleText => ({
      stack: [name],
      values: [Math.round(count), Math.round(count * size)],
      ...(labelled ? { labels: { bytes: size } } : {}),
    }),
  );
  return profileOf({ sampleTypes: ['inuse_objects/count', 'inuse_space/bytes'], samples, period });
}

function evidence(profiles: readonly Profile[], sampleType = 'inuse_space'): Evidence | null {
  const look = lookAt(profiles, { sampleType });
  const comparison = compare(profiles);
  const noise = noiseOf(comparison, look.merged, typeNamed(comparison, sampleType), of =>
    byBucket(look.merged.buckets, pairColumns(comparison, of, false)),
  );
  return evidenceOver(noise, subtreeRange(look.merged.tree, rootNode));
}

function near(found: number | undefined, expected: number, tolerance: number): void {
  const off = Math.abs((found ?? Number.NaN) - expected) / expected;
  assert.ok(off <= tolerance, `${found} is not within ${tolerance * 100} % of ${expected}`);
}

/** A random generator with a fixed seed, so that the simulation is always the same (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a heap profiler that samples every `PERIOD` bytes on average estimates, object by object. */
function simulate(count: number, size: number, random: () => number): { objects: number; samples: number } {
  const chance = 1 - Math.exp(-size / PERIOD);
  let samples = 0;
  for (let i = 0; i < count; i++) if (random() < chance) samples += 1;
  return { objects: samples / chance, samples };
}

test('two runs have no object in common: both make noise with all that they hold, and by chance they differ', () => {
  const random = seeded(11);
  const size = 16 * 1024;
  const run = (allocated: number, buildId: string): Profile => {
    const { objects } = simulate(4000, size, random);
    return profileOf({
      sampleTypes: ['alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'],
      samples: [{ stack: ['f'], values: [allocated, objects, objects * size], labels: { bytes: size } }],
      period: PERIOD,
      binary: { file: '/app', buildId },
    });
  };
  const shareSure = (second: string, allocated: number): number => {
    const pairs = Array.from({ length: 200 }, () => lookAt([run(9e9, 'a'), run(allocated, second)]));
    const sure = pairs.filter(look => {
      const { base, current } = look.measure;
      const change = (current.at(-1) ?? 0) - (base.at(-1) ?? 0);
      return !isNoise(change, evidenceOver(look.noise(), subtreeRange(look.merged.tree, rootNode)));
    });
    return sure.length / pairs.length;
  };
  assert.ok(shareSure('b', 9e9) < 0.08, 'two builds');
  assert.ok(shareSure('a', 5e9) < 0.08, 'two runs of one');
});

test('samples and standard error are those of a simulated profiler', () => {
  const random = seeded(7);
  for (const [count, size] of [
    [4000, 8 * 1024],
    [300, 256 * 1024],
    [60, 2 * 1024 * 1024],
  ] as const) {
    const runs = Array.from({ length: 2000 }, () => simulate(count, size, random));
    const mean = (of: (run: (typeof runs)[number]) => number): number =>
      runs.reduce((total, run) => total + of(run), 0) / runs.length;
    const bytes = mean(({ objects }) => objects * size);
    const deviation = Math.sqrt(mean(({ objects }) => (objects * size - bytes) ** 2));
    const found = evidence([capture([]), capture([['f', count, size]])]);
    near(bytes, count * size, 0.01);
    near(
      found?.samples,
      mean(({ samples }) => samples),
      0.02,
    );
    near(found?.standardError, deviation, 0.05);
  }
});

test('what did not change makes no noise, whatever its size', () => {
  const steady: Objects[] = [
    ['f', 1000, 4096],
    ['g', 50, 1 << 20],
  ];
  assert.deepEqual(evidence([capture(steady), capture(steady)]), { samples: 0, standardError: 0 });
  const grown = evidence([capture(steady), capture([...steady, ['g', 9, 64]])]);
  assert.deepEqual(grown, evidence([capture([]), capture([['g', 9, 64]])]));
});

test('sizes are told apart: growth of one does not hide shrinking of another', () => {
  const found = evidence([capture([['f', 100, 4096]]), capture([['f', 100, 4112]])]);
  const alone = evidence([capture([]), capture([['f', 100, 4096]])]);
  near(found?.samples, 2 * (alone?.samples ?? 0), 0.01);
});

test('without labels the size is the mean', () => {
  const found = evidence([capture([]), capture([['f', 100, 4096]], PERIOD, false)]);
  assert.deepEqual(found, evidence([capture([]), capture([['f', 100, 4096]])]));
});

test('in objects the error is that of their number', () => {
  const profiles = [capture([]), capture([['f', 100, 4096]])];
  near(
    evidence(profiles, 'inuse_objects')?.standardError,
    (evidence(profiles)?.standardError ?? 0) / 4096,
    1e-9,
  );
});

test('without object counts a sample stands for a period', () => {
  const space = (value: number): Profile =>
    profileOf({ samples: [{ stack: ['f'], values: [value] }], period: PERIOD });
  assert.deepEqual(evidence([space(0), space(9 * PERIOD)]), { samples: 9, standardError: 3 * PERIOD });
});

test('where everything was counted, or nothing is said of it, there is no noise to tell', () => {
  assert.equal(evidence([capture([]), capture([['f', 1, 1]], 1)]), null);
  assert.equal(evidence([capture([], 0), capture([['f', 1, 1]])]), null);
  const cpu = profileOf({ sampleTypes: ['cpu/nanoseconds'], samples: [], period: PERIOD });
  assert.equal(evidence([cpu, cpu], 'cpu'), null);
});
