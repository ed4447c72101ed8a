import assert from 'node:assert/strict';
import test from 'node:test';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { LineColumnsBuilder } from '../../../src/core/formats/lineColumns.ts';

test('keeps every line in order, whatever number was expected', () => {
  for (const expected of [0, 1, 1000, 5000]) {
    const lines = new LineColumnsBuilder(expected, defaultLimits);
    for (let i = 0; i < 1000; i++) lines.add(i, i + 0.5, 2 * i);
    const { lineFunction, lineNumber, lineColumn } = lines.build();
    assert.deepEqual([lineFunction.length, lineNumber.length, lineColumn.length], [1000, 1000, 1000]);
    assert.ok(lineFunction.every((row, i) => row === i));
    assert.ok(lineNumber.every((line, i) => line === i + 0.5));
    assert.ok(lineColumn.every((column, i) => column === 2 * i));
  }
});

test('refuses more than the limit of locations', () => {
  const lines = new LineColumnsBuilder(0, { ...defaultLimits, locations: 2 });
  lines.add(0, 1, 1);
  lines.add(0, 1, 1);
  assert.throws(() => lines.add(0, 1, 1), { code: 'overLimit', detail: 'more than 2 lines of locations' });
});
