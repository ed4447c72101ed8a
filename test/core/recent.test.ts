import assert from 'node:assert/strict';
import test from 'node:test';
import { Recent } from '../../src/core/recent.ts';

test('values are made once, and the one unused for longest is forgotten', () => {
  const made: string[] = [];
  const recent = new Recent<string>(2);
  const get = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(get(key), key.toUpperCase());
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
  assert.equal(recent.find('b'), 'B');
  assert.equal(recent.find('c'), undefined);
});
