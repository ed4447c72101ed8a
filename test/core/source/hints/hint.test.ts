import assert from 'node:assert/strict';
import test from 'node:test';
import { maxSourceLength } from '../../../../src/core/source/hints/hint.ts';
import { hintAt } from './hintAt.ts';

const leak = `package p
var entries = map[string]int{}
func seen(k string) {
	entries[k] = 1
}
`;

test('a file past the limit gets no hint, one within it does', () => {
  assert.notEqual(hintAt(leak, 'entries[k]'), null);
  assert.equal(hintAt(leak + ' '.repeat(maxSourceLength), 'entries[k]'), null);
});
