import assert from 'node:assert/strict';
import test from 'node:test';
import { isAside } from '../../../src/core/known/aside.ts';

test('a site is aside while the team lives with it: not once it was fixed, nor without an entry', () => {
  assert.equal(isAside({ recognised: { because: 'bounded', fixed: null } }), true);
  assert.equal(isAside({ recognised: { because: 'bounded', fixed: 'was fixed, 2026-11-28' } }), false);
  assert.equal(isAside({ recognised: null }), false);
});
