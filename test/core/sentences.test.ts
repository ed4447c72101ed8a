import assert from 'node:assert/strict';
import test from 'node:test';
import { sentences } from '../../src/core/sentences.ts';

test('sentences stand one after the other, without those that say nothing', () => {
  assert.equal(sentences('It grew.', '', 'It stays.'), 'It grew. It stays.');
  assert.equal(sentences('', 'It grew.'), 'It grew.');
  assert.equal(sentences(''), '');
});
