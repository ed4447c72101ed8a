import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const sample = path.join(import.meta.dirname, '../../fixtures/dedupe');
const cache = readFileSync(path.join(sample, 'cache.go'), 'utf8');
const more = Object.fromEntries(
  ['ingest.go', 'main.go'].map(name => [name, readFileSync(path.join(sample, name), 'utf8')]),
);

test('the sample service: the removal is there but does not run', async () => {
  const hint = await hintAt(cache, 'c.entries[id] = ', { more, retained: 0.75 });
  assert.equal(hint?.rule, 'removedElsewhere');
  assert.match(
    hint?.text ?? '',
    /taken from only in `\(\*dedupeCache\)\.expire`, which `seen` does not call\. .* 75 % is still there/,
  );
});

test('the sample service with its removal running: silence', async () => {
  assert.equal(await hintAt(cache, 'c.entries[id] = ', { more, retained: 0.02 }), null);
  assert.equal(await hintAt(cache, 'c.entries[id] = ', { more, retained: null }), null);
});

test('the sample service without any removal: the other rule', async () => {
  const text = cache.replace('delete(c.entries, id)', '_ = id');
  assert.equal((await hintAt(text, 'c.entries[id] = ', { more, retained: 0.75 }))?.rule, 'onlyFilled');
});

test('a cache that evicts where it adds: silence', async () => {
  const { 'ingest.go': ingest = '' } = more;
  assert.equal(await hintAt(ingest, 'c.byID[id] = ', { more: { 'cache.go': cache }, retained: 1 }), null);
  const called = cache.replace('c.entries[id] = ', 'c.expire(now)\n\tc.entries[id] = ');
  assert.equal(await hintAt(called, 'c.entries[id] = ', { more, retained: 1 }), null);
});
