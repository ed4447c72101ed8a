import assert from 'node:assert/strict';
import test from 'node:test';
import { unbroken } from '../../../webview/parts/unbroken.ts';

/** Where a line may end. */
const pieces = (text: string): readonly string[] => unbroken(text).split(' ');

test('no line ends within a number, its sign and its unit', () => {
  assert.deepEqual(pieces('< 0.1 % of 1.2 TiB allocated (< 0.1 %)'), [
    '<\u00a00.1\u00a0%',
    'of',
    '1.2\u00a0TiB',
    'allocated',
    '(<\u00a00.1\u00a0%)',
  ]);
  assert.deepEqual(pieces('> −0.1 % · ± 5.7 MiB sampling noise'), [
    '>\u00a0−0.1\u00a0%',
    '·',
    '±\u00a05.7\u00a0MiB',
    'sampling',
    'noise',
  ]);
});

test('all else is as it was', () => {
  for (const text of ['new · +2,145 objects', 'in 5 Builds', 'a < b', '512 KiBs']) {
    assert.deepEqual(pieces(text), text.split(' '));
  }
});
