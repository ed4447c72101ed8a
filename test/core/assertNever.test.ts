import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNever } from '../../src/core/assertNever.ts';

test('says which value got past the compiler', () => {
  const stray = JSON.parse('{"type":"surprise"}') as never;
  assert.throws(() => assertNever(stray), /unexpected value \{"type":"surprise"\}/);
});
