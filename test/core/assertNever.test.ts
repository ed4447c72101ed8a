import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNever } from '../../src/core/assertNever.ts';

test('says which value got past the compiler', () => {
  const stray: never = JSON.parse('{"type":"surprise"}');
  assert.throws(() => assertNever(stray), /unexpected value \{"type":"surprise"\}/);
});
