import assert from 'node:assert/strict';
import test from 'node:test';
import { labelKeyTest } from '../../../src/core/pair/labelKeyTest.ts';

test('every key is looked at once', () => {
  const asked: number[] = [];
  const texts = ['', 'bytes', 'thread'];
  const strings = {
    length: 3,
    get: (index: number): string => {
      asked.push(index);
      return texts[index] ?? '';
    },
  };
  const isBytes = labelKeyTest(strings, key => key === 'bytes');
  assert.deepEqual([1, 1, 2, 1, 2, 2, 1].map(isBytes), [true, true, false, true, false, false, true]);
  assert.deepEqual(asked, [1, 2]);
});
