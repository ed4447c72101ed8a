import assert from 'node:assert/strict';
import test from 'node:test';
import { filled } from '../../src/core/filled.ts';

test('values stand where the message has them, also in another order', () => {
  assert.deepEqual(filled('{0} is in {1}.', 5, 6), [5, ' is in ', 6, '.']);
  assert.deepEqual(filled('in {1}: {0}', 5, 6), ['in ', 6, ': ', 5]);
  assert.deepEqual(filled('{0}{1}', { a: 1 }), [{ a: 1 }]);
  assert.deepEqual(filled('nothing'), ['nothing']);
});
