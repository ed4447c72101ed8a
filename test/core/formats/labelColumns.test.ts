import assert from 'node:assert/strict';
import test from 'node:test';
import { LabelColumnsBuilder } from '../../../src/core/formats/labelColumns.ts';

test('keeps every label in order, whatever number was expected', () => {
  for (const expected of [0, 1, 1000, 5000]) {
    const builder = new LabelColumnsBuilder(expected);
    for (let i = 0; i < 1000; i++) builder.add(i, i + 1, -i / 2, i + 3);
    const { labelKey, labelString, labelNumber, labelUnit } = builder.build();
    assert.deepEqual([labelKey.length, labelUnit.length], [1000, 1000]);
    assert.ok(labelKey.every((value, i) => value === i));
    assert.ok(labelString.every((value, i) => value === i + 1));
    assert.ok(labelNumber.every((value, i) => value === -i / 2));
    assert.ok(labelUnit.every((value, i) => value === i + 3));
  }
});
