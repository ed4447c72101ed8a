import assert from 'node:assert/strict';
import test from 'node:test';
import { LabelSets } from '../../../../src/core/report/pprof/labelSets.ts';
import { profileOf } from '../../answers/lookAt.ts';

const labelled = (labels: Readonly<Record<string, string | number>>) => ({
  stack: ['f'],
  values: [1],
  labels,
});

test('equal sets of labels are written once', () => {
  const { samples } = profileOf({
    samples: [
      labelled({ bytes: 8 }),
      labelled({ bytes: 8, kind: 'x' }),
      labelled({}),
      labelled({ bytes: 8 }),
      labelled({ bytes: 9 }),
      labelled({}),
    ],
  });
  const sets = new LabelSets(samples);
  const first = Array.from({ length: samples.count }, (_, row) => sets.of(row, () => Uint8Array.of(row))[0]);
  assert.deepEqual(first, [0, 1, 2, 0, 4, 2]);
});

test('more sets than are kept are written anew', () => {
  const count = 5000;
  const { samples } = profileOf({
    samples: Array.from({ length: count }, (_, i) => labelled({ bytes: 1 + i })),
  });
  const sets = new LabelSets(samples);
  for (let row = 0; row < count; row++)
    assert.equal(sets.of(row, () => Uint8Array.of(row & 0xff))[0], row & 0xff);
  assert.equal(sets.of(0, () => Uint8Array.of(7))[0], 7);
  assert.equal(sets.of(count - 1, () => Uint8Array.of(7))[0], (count - 1) & 0xff);
});
