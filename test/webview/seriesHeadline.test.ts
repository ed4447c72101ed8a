import assert from 'node:assert/strict';
import test from 'node:test';
import { splitVerdict } from '../../webview/series/seriesHeadline.ts';

test('a verdict is parted from its word, in any language', () => {
  const split = (sentence: string) => splitVerdict({ kind: 'cannotSay', sentence });
  assert.deepEqual(split('Cannot say: it rises: 3.'), { word: 'Cannot say', rest: 'It rises: 3.' });
  assert.deepEqual(split('Nicht zu erkennen: es steigt.'), { word: 'Nicht zu erkennen', rest: 'Es steigt.' });
  assert.deepEqual(split('无法判断：在上升。'), { word: '无法判断', rest: '在上升。' });
  assert.deepEqual(split('it rises.'), { word: 'Cannot say', rest: 'It rises.' });
});
