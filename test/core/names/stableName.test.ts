import assert from 'node:assert/strict';
import test from 'node:test';
import { stableName } from '../../../src/core/names/stableName.ts';

test('what a compiler adds is not in a stable name', () => {
  assert.equal(stableName('main.put[go.shape.int]'), stableName('main.put[...]'));
  assert.equal(stableName('cache::put::h463b2c6f0ba30854'), 'cache::put');
  assert.equal(stableName('main.(*cache).put.func1'), 'main.(*cache).put.func1');
});
