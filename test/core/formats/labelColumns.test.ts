import assert from 'node:assert/strict';
import test from 'node:test';
import { LabelColumnsBuilder } from '../../../src/core/formats/labelColumns.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';

test('keeps every label in order, whatever number was expected', () => {
  for (const expected of [0, 1, 1000, 5000]) {
    const builder = new LabelColumnsBuilder(expected, defaultLimits);
    for (let i = 0; i < 1000; i++) builder.add(i, i + 1, -i / 2, i + 3);
    const { labelKey, labelString, labelNumber, labelUnit } = builder.build();
    assert.deepEqual([labelKey.length, labelUnit.length], [1000, 1000]);
    assert.ok(labelKey.every((value, i) => value === i));
    assert.ok(labelString.every((value, i) => value === i + 1));
    assert.ok(labelNumber.every((value, i) => value === -i / 2));
    assert.ok(labelUnit.every((value, i) => value === i + 3));
  }
});

test('refuses more than the limit', () => {
  const builder = new LabelColumnsBuilder(1, { ...defaultLimits, labels: 3 });
  for (let i = 0; i < 3; i++) builder.add(i, 0, 1, 0);
  assert.throws(() => builder.add(3, 0, 1, 0), {
    code: 'overLimit',
    limit: 'labels',
    detail: 'more than 3 labels',
  });
});
