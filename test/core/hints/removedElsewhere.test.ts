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
    /taken from only in `\(\*dedupeCache\)\.expire`, which `\(\*dedupeCache\)\.seen` does not call\. .* 75 % is still there/,
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

test('a removal that is called through other functions: silence', async () => {
  // The situation is that of golang-lru's `simplelru`.
  const lru = (evict: string, more = ''): string => `package lru

import "sync"

type LRU struct {
	mu    sync.Mutex
	size  int
	items map[string]*entry
}

func (c *LRU) Add(key string) {
	c.items[key] = &entry{key} // grows
	if c.tooMany() {
		${evict}
	}
}

func (c *LRU) removeOldest() {
	if ent := c.oldest(); ent != nil {
		c.removeElement(ent)
	}
}

func (c *LRU) removeElement(e *entry) {
	delete(c.items, e.key)
}
${more}`;
  const ruleOf = async (text: string): Promise<string | undefined> =>
    (await hintAt(text, '// grows', { retained: 1 }))?.rule;
  assert.equal(await ruleOf(lru('c.removeOldest()')), undefined);
  assert.equal(await ruleOf(lru('c.evict()', 'func (c *LRU) evict() { c.removeOldest() }\n')), undefined);
  assert.equal(await ruleOf(lru('go c.unknown.removeOldest()')), undefined, 'the only one of that name');
  assert.equal(await ruleOf(lru('')), 'removedElsewhere');
  const another = 'type Other struct {}\nfunc (o *Other) removeOldest() {\n}\n';
  assert.equal(await ruleOf(lru('o := &Other{}\n\t\to.removeOldest()', another)), 'removedElsewhere');
  const foreign = 'var other *cache.TimeoutCache\n\t\tother.removeOldest()';
  assert.equal(await ruleOf(lru(foreign)), 'removedElsewhere', 'of a class of another package');
  assert.equal(await ruleOf(lru('c.unknown.removeOldest()', another)), 'removedElsewhere', 'one of two');
  const again = 'c.removeOldest()\n\t}\n\tif e.old {\n\t\tc.Add(e.key)';
  assert.equal(
    await ruleOf(lru('').replace('delete(c', `if e.again {\n\t\t${again}\n\t}\n\tdelete(c`)),
    undefined,
    'adds again',
  );
});

test('a method that containers have as well is no call of what is called so', async () => {
  const text = `class JobServer {
  constructor() {
    this.jobs = new Map();
    this.names = new Set();
  }
  start(job) {
    this.jobs.set(job.id, job); // grows
    this.names.NAME(job.name);
  }
  delete(id) {
    this.drop(id);
  }
  stop(id) {
    this.delete(id);
  }
  drop(id) {
    this.jobs.delete(id);
  }
}
module.exports = new JobServer();
`;
  const at = { file: 'jobs.js', retained: 1 };
  assert.equal((await hintAt(text.replace('NAME', 'delete'), '// grows', at))?.rule, 'removedElsewhere');
  assert.equal(await hintAt(text.replace('this.names.NAME(', 'this.stop('), '// grows', at), null);
});
