import assert from 'node:assert/strict';
import test from 'node:test';
import { asProfiled, placeData, placeText } from '../../../src/core/tell/toldPlace.ts';

test('a place is said with what is known of it', () => {
  const place = asProfiled({ name: 'main.put', file: '/src/c.go', line: 3, startLine: 1 });
  assert.equal(placeText(place), '`main.put` (`/src/c.go:3`)');
  assert.equal(placeText({ ...place, line: 0 }), '`main.put` (`/src/c.go`)');
  assert.equal(placeText({ ...place, path: '' }), '`main.put`');
  assert.deepEqual(placeData({ ...place, isFound: true }), {
    function: 'main.put',
    file: '/src/c.go',
    line: 3,
    fileFound: true,
  });
});
