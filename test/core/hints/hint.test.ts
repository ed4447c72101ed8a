import assert from 'node:assert/strict';
import test from 'node:test';
import { maxSourceLength } from '../../../src/core/hints/hint.ts';
import { hintAt } from './hintAt.ts';

const leak = `package p
var entries = map[string]int{}
func seen(k string) {
	entries[k] = 1
}
`;

test('two million characters are read, not one more, and nothing is said where a longer one may use it', async () => {
  assert.equal(maxSourceLength, 2_000_000);
  assert.equal((await hintAt(leak.padEnd(maxSourceLength), 'entries[k]'))?.rule, 'onlyFilled');
  assert.equal(await hintAt(leak.padEnd(maxSourceLength + 1), 'entries[k]'), null);
  const more = { 'b.go': 'package p\nvar all = len(entries)\n'.padEnd(maxSourceLength + 1) };
  assert.equal(await hintAt(leak, 'entries[k]', { more }), null);
});
