import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Look, retainedIn } from '../../../src/core/answers/look.ts';
import { ownRange } from '../../../src/core/measures/ranges.ts';
import { type Kept, keptOf, retainedOver } from '../../../src/core/measures/retained.ts';
import { pairColumns, typeNamed } from '../../../src/core/pair/comparison.ts';
import { byBucket } from '../../../src/core/stacks/buckets.ts';
import { lookAt, nodeNamed, profileOf } from '../answers/lookAt.ts';

const sampleTypes = ['alloc_space/bytes', 'inuse_space/bytes'];
const base = profileOf({ sampleTypes, samples: [{ stack: ['leak'], values: [10, 10] }] });
const current = profileOf({
  sampleTypes,
  samples: [
    { stack: ['leak'], values: [110, 110] },
    { stack: ['churn'], values: [1000, 1] },
    { stack: ['idle'], values: [0, 0] },
  ],
});
const look = lookAt([base, current]);
const values = (type: string) =>
  byBucket(look.merged.buckets, pairColumns(look.comparison, typeNamed(look.comparison, type), false));

function retained(name: string) {
  const { tree } = look.merged;
  return retainedOver(
    tree,
    values('inuse_space'),
    values('alloc_space'),
    ownRange(tree, nodeNamed(look, name)),
    null,
  );
}

test('a leak keeps everything, churn nearly nothing', () => {
  assert.deepEqual(retained('leak'), { share: 1, allocated: 100, kept: null });
  assert.deepEqual(retained('churn'), { share: 0.001, allocated: 1000, kept: null });
});

test('where nothing was allocated nothing is said', () => {
  assert.equal(retained('idle'), null);
  assert.equal(retainedOver(look.merged.tree, undefined, values('alloc_space'), [[0, 1]], null), null);
});

test('how sure a share is, in samples: the value is Laplace’s, the bounds are Wilson’s', () => {
  const rounded = (kept: number, taken: number) => {
    const found = keptOf(kept, taken);
    return found && [found.value, found.low, found.high].map(each => Math.round(each * 1e4) / 1e4);
  };
  assert.deepEqual(rounded(15, 20), [0.7273, 0.5313, 0.8881]);
  assert.deepEqual(rounded(3, 3), [0.8, 0.4385, 1]);
  assert.deepEqual(rounded(0, 10), [0.0833, 0, 0.2775]);
  // What defines Wilson's bounds: from each of them the share is 1.96 of its own standard errors away.
  const { low, high } = keptOf(150, 400) ?? { low: 0, high: 0 };
  for (const bound of [low, high]) {
    const error = Math.sqrt((bound * (1 - bound)) / 400);
    assert.ok(Math.abs(Math.abs(150 / 400 - bound) / error - 1.959964) < 1e-9);
  }
  // Frees of what was allocated earlier.
  assert.deepEqual(rounded(-4, 10), rounded(0, 10));
  assert.deepEqual(rounded(14, 10), rounded(10, 10));
  assert.equal(keptOf(0, 0), null);
  assert.equal(keptOf(1, -1), null);
});

test('the interval holds its value and narrows with more samples', () => {
  const counts = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.01, max: 1e9, noNaN: true }),
  );
  fc.assert(
    fc.property(counts, ([share, taken]) => {
      const few = keptOf(share * taken, taken);
      const many = keptOf(share * taken * 4, taken * 4);
      assert.ok(few !== null && many !== null);
      assert.ok(0 <= few.low && few.low <= few.value && few.value <= few.high && few.high <= 1);
      assert.ok(few.low <= share + 1e-9 && share <= few.high + 1e-9);
      assert.ok(many.high - many.low < few.high - few.low);
    }),
  );
});

test('samples behind an allocation site are those that Go took', () => {
  const all = ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'];
  const period = 512 * 1024;
  // 30 of 40 samples of 1 KiB stayed, and each of the 2 of 10 MiB, which are always taken.
  const small = (samples: number): number => Math.round(samples / -Math.expm1(-1024 / period));
  const capture = (kept: number, taken: number, large: number) =>
    profileOf({
      sampleTypes: all,
      period,
      samples: [
        {
          stack: ['f'],
          values: [small(taken), small(taken) * 1024, small(kept), small(kept) * 1024],
          labels: { bytes: 1024 },
        },
        {
          stack: ['f'],
          values: [large, large * (10 << 20), large, large * (10 << 20)],
          labels: { bytes: 10 << 20 },
        },
      ],
    });
  const kept = retainedOf(lookAt([capture(5, 20, 0), capture(35, 60, 2)]));
  assert.ok(kept !== null && Math.abs(kept.samples - 42) < 1e-2);
  assert.ok(Math.abs(kept.value - 33 / 44) < 1e-3);
});

function retainedOf(of: Look): Kept | null {
  return retainedIn(of, ownRange(of.merged.tree, nodeNamed(of, 'f')))?.kept ?? null;
}
