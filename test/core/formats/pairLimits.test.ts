import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits, type LimitName, MiB } from '../../../src/core/formats/limits.ts';
import { checkSizesTogether, checkTogether } from '../../../src/core/formats/pairLimits.ts';
import { profileOf } from '../answers/lookAt.ts';

/** Two samples, four frames, two labels, three functions; a location of two lines. */
const profile = profileOf({
  samples: [
    { stack: ['a', 'b'], values: [1], labels: { bytes: 8 } },
    { stack: ['a', ['b', 'c']], values: [1], labels: { bytes: 16 } },
  ],
});

test('what profiles hold is summed, each kind for itself', () => {
  const { samples, strings, functions, locations } = profile;
  const found: readonly (readonly [LimitName, number, string])[] = [
    ['samples', 2, 'samples'],
    ['frames', 4, 'frames'],
    ['labels', 2, 'labels'],
    ['strings', strings.length, 'strings'],
    ['locations', 4, 'lines of locations'],
  ];
  assert.deepEqual(
    [samples.count, samples.stack.length, functions.count, locations.count, locations.lineFunction.length],
    [2, 4, 3, 3, 4],
  );
  for (const [name, count, what] of found) {
    const limits = { ...defaultLimits, [name]: 2 * count - 1 };
    assert.throws(() => checkTogether([profile, profile], limits), {
      code: 'overLimit',
      role: 'pair',
      limit: name,
      detail: `more than ${2 * count - 1} ${what}`,
    });
    checkTogether([profile], limits);
    checkTogether([profile, profile], { ...limits, [name]: 2 * count });
  }
});

test('bytes are summed', () => {
  const limits = { ...defaultLimits, inflatedMiB: 3 };
  checkSizesTogether([MiB, 2 * MiB], limits);
  assert.throws(() => checkSizesTogether([MiB, 2 * MiB, 1], limits), {
    code: 'overLimit',
    role: 'pair',
    limit: 'inflatedMiB',
    detail: 'more than 3 MiB when decompressed',
  });
});
