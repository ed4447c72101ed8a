import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const leaky = `package shop

import "sync"

type cache struct {
	mu      sync.Mutex
	entries map[string]*entry
	limit   int
}

func newCache() *cache {
	c := &cache{}
	c.entries = make(map[string]*entry)
	return c
}

func (c *cache) get(id string) *entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries == nil {
		c.entries = make(map[string]*entry)
	}
	if e, ok := c.entries[id]; ok {
		return e
	}
	c.entries[id] = &entry{ // grows
		id: id,
	}
	for id := range c.entries {
		println(id, len(c.entries))
	}
	return c.entries[id]
}
`;

const rest = (body: string) => `${leaky}\nfunc (c *cache) rest() {\n${body}\n}\n`;

test('a map that nothing is ever taken from', async () => {
  const hint = await hintAt(leaky, '// grows');
  assert.equal(hint?.rule, 'onlyFilled');
  assert.equal(
    hint?.text,
    '`c.entries` gains keys here: it is added to at one place and taken from at none, and nothing resets it or limits its size. How much of what is allocated here stays, these profiles do not tell. Looked at: package shop, 1 file.',
  );
  assert.deepEqual(hint?.lines, [{ file: 'a.go', line: 26 }]);
});

test('the line of a value that is spread over lines', async () => {
  assert.equal((await hintAt(leaky, 'id: id,'))?.rule, 'onlyFilled');
});

test('silent once something may take from it, wherever in the package', async () => {
  const fixes: Record<string, string> = {
    delete: '\tdelete(c.entries, "a")',
    'delete through another name': '\tother := c\n\tdelete(other.entries, "a")',
    clear: '\tclear(c.entries)',
    reassigned: '\tc.entries = map[string]*entry{}',
    'reassigned in a list': '\told, c.entries = c.entries, nil',
    'dropped to nil': '\tc.entries = nil',
    'struct reset': '\t*c = cache{}',
    alias: '\tm := c.entries\n\tdelete(m, "a")',
    'handed on': '\tprune(c.entries)',
    returned: '\treturn c.entries',
    address: '\tprune(&c.entries)',
    bounded: '\tif len(c.entries) >= c.limit {\n\t\tpanic("full")\n\t}',
  };
  for (const [name, body] of Object.entries(fixes))
    assert.equal(await hintAt(rest(body), '// grows'), null, name);
  const more = { 'b.go': 'package shop\nfunc (c *cache) drop(id string) { delete(c.entries, id) }\n' };
  assert.equal(await hintAt(leaky, '// grows', { more }), null, 'in another file');
});

test('what does not take from it does not silence', async () => {
  for (const body of [
    '\tfmt.Println(c.entries)',
    '\tfor range c.entries {\n\t}',
    '\tdelete(c.other, "a")',
    '\t// delete(c.entries, id)',
  ]) {
    assert.equal((await hintAt(rest(body), '// grows'))?.rule, 'onlyFilled', body);
  }
  const more = {
    'a_test.go': 'package shop\nfunc f(c *cache) { delete(c.entries, "") }\n',
    'x.go': 'package other\nfunc f(c *cache) { delete(c.entries, "") }\n',
  };
  assert.equal((await hintAt(leaky, '// grows', { more }))?.rule, 'onlyFilled');
});

test('silent about maps that may be short-lived, foreign or bounded', async () => {
  const variants: Record<string, (text: string) => string> = {
    'no lock, no telling name': text =>
      text.replace('mu      sync.Mutex', 'mu int').replaceAll('cache', 'parse'),
    'exported field of an exported type': text =>
      text.replaceAll('cache', 'Cache').replaceAll('entries', 'Entries'),
    'constant key': text => text.replace('c.entries[id] = &entry{ //', 'c.entries["a"] = &entry{ //'),
    'two values of the key': text => text.replaceAll('map[string]', 'map[bool]'),
    'local map': text =>
      text.replace('c.entries[id] = &entry{ //', 'm := map[string]*entry{}\n\tm[id] = &entry{ //'),
  };
  for (const [name, change] of Object.entries(variants))
    assert.equal(await hintAt(change(leaky), '// grows'), null, name);
});

test('a sync.Map', async () => {
  const text = `package shop
type store struct {
	mu sync.RWMutex
	m  sync.Map
}
func (s *store) put(k string) {
	s.m.Store(k, new(int)) // grows
}
func (s *store) get(k string) any { v, _ := s.m.Load(k); return v }
`;
  assert.match(
    (await hintAt(text, '// grows'))?.text ?? '',
    /^`s\.m` gains keys here: it is added to at one place and taken from at none/,
  );
  assert.equal(await hintAt(`${text}func (s *store) drop(k string) { s.m.Delete(k) }\n`, '// grows'), null);
});

test('a site that keeps nothing of what it allocates is churn', async () => {
  assert.equal(await hintAt(leaky, '// grows', { retained: 0.02 }), null);
});

test('a constant of the package is one key, in whatever file it stands', async () => {
  // The snippet is that of nats-server's `httpReqStats`.
  const text = leaky
    .replace('map[string]*entry', 'map[string]uint64')
    .replace('c.entries[id] = &entry{ // grows\n\t\tid: id,\n\t}', 'c.entries[ConnzPath]++ // grows');
  assert.equal((await hintAt(text, '// grows'))?.rule, 'onlyFilled');
  const more = { 'b.go': 'package shop\n\nconst (\n\tConnzPath = "/connz"\n)\n' };
  assert.equal(await hintAt(text, '// grows', { more }), null);
  const local = text.replace('c.entries[ConnzPath]', 'ConnzPath := id\n\tc.entries[ConnzPath]');
  assert.equal((await hintAt(local, '// grows', { more }))?.rule, 'onlyFilled', 'a local of that name');
});

test('to count down is no addition', async () => {
  const text = leaky
    .replace('map[string]*entry', 'map[string]int')
    .replace('return c.entries[id]\n}', 'c.entries[id]-- // down\n\treturn nil\n}');
  assert.equal(await hintAt(text, '// down'), null);
  assert.match((await hintAt(text, '// grows'))?.text ?? '', /is added to at one place/);
});

test('what is given a new value where it had one is reset, where it had none it is not', async () => {
  // The snippet is that of nats-server's `proxiesKeyPairs`.
  const pairs = (condition: string): string => `package server

import "sync"

type Server struct {
	mu              sync.Mutex
	proxiesKeyPairs []*pair
}

func (s *Server) add(kp *pair) {
	s.proxiesKeyPairs = append(s.proxiesKeyPairs, kp) // grows
}

func (s *Server) process() {
	if s.proxiesKeyPairs ${condition} {
		s.proxiesKeyPairs = s.proxiesKeyPairs[:0]
	}
}
`;
  assert.equal(await hintAt(pairs('!= nil'), '// grows'), null);
  assert.equal((await hintAt(pairs('== nil'), '// grows'))?.rule, 'onlyFilled');
});
