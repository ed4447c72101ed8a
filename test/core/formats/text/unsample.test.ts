import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { unsample } from '../../../../src/core/formats/text/unsample.ts';

test('divides by the probability that a block was sampled', () => {
  // pprof's numbers for the first sample of its own cppbench.heap.
  assert.deepEqual(unsample(1, 9216, 524288), [57, 528909]);
});

test('leaves alone what was recorded whole, and what is nothing', () => {
  assert.deepEqual(unsample(3, 300, 1), [3, 300]);
  assert.deepEqual(unsample(3, 300, 0), [3, 300]);
  assert.deepEqual(unsample(0, 300, 512), [0, 0]);
  assert.deepEqual(unsample(3, 0, 512), [0, 0]);
});

test('what a damaged file makes nothing of is zero, which has no sign in an integer', () => {
  assert.deepEqual(unsample(1, -100 * 524288, 524288), [0, 0]);
});

test('estimates right on the average: sampling and unsampling leave the total as it was', () => {
  const rate = 1000;
  const blocks = 4000;
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 5000 }), fc.integer(), (size, seed) => {
      const probability = 1 - Math.exp(-size / rate);
      const chance = uniform(seed);
      const sampled = Array.from({ length: blocks }, chance).filter(value => value < probability).length;
      const deviation = Math.sqrt((blocks * (1 - probability)) / probability);
      const [count, bytes] = unsample(sampled, sampled * size, rate);
      assert.ok(Math.abs(count - blocks) < 6 * deviation + 1, `${count} of ${blocks} blocks of ${size}`);
      assert.ok(Math.abs(bytes - count * size) <= size);
    }),
    { seed: 1 },
  );
});

/** Numbers spread evenly over 0 … 1 (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
