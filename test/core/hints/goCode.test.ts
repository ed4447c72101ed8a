import assert from 'node:assert/strict';
import test from 'node:test';
import { goCode, goFile, goSite, goTitle } from '../../../src/core/hints/goCode.ts';

const cache = `package store
type cache struct {
	sync.Mutex
	hot, cold map[string]*entry
}
type (
	entry struct{ next *entry }
	id    int
)
var byName = map[string]int{}
var (
	all   []*entry
	limit int
)
func newCache() *cache {
	return nil
}
func (c *cache) put(k string) {
	c.hot[k] = nil
}
`;
const sources = new Map([
  ['cache.go', cache],
  ['more.go', 'package store\nvar more sync.Map\n'],
  ['cache_test.go', 'package store\nvar onlyInTests []int\n'],
  ['main.go', 'package main\nvar elsewhere []int\n'],
]);

test('structs and variables of the package, from all its files but tests', () => {
  const code = goCode(sources, 'cache.go') ?? assert.fail();
  const types = (variables: Iterable<{ name: string; type: string }>): string[] =>
    Array.from(variables, ({ name, type }) => `${name} ${type}`);
  assert.equal(code.name, 'store');
  assert.deepEqual([...code.structs.keys()], ['cache', 'entry']);
  const fields = types(code.structs.get('cache') ?? []);
  assert.ok(
    fields.includes('hot map[string]*entry') && fields.includes('cold map[string]*entry'),
    String(fields),
  );
  const globals = types(code.globals.values());
  assert.deepEqual(globals.sort(), ['all []*entry', 'byName map[string]int{}', 'limit int', 'more sync.Map']);
});

test('a generic struct, and embedded types by their last names', () => {
  const text = 'package p\ntype lru[K any] struct {\n\t*sync.Mutex\n\tlist[K]\n\tsize int\n}\n';
  const code = goCode(new Map([['a.go', text]]), 'a.go');
  const names = code?.structs.get('lru')?.map(({ name }) => name);
  assert.deepEqual(names, ['Mutex', 'list', 'size']);
});

test('a test file sees its package and itself', () => {
  assert.ok(!goCode(sources, 'cache.go')?.globals.has('onlyInTests'));
  assert.ok(goCode(sources, 'cache_test.go')?.globals.has('onlyInTests'));
  assert.ok(!goCode(sources, 'more.go')?.globals.has('onlyInTests'));
});

test('a site is the function around a line', () => {
  const put = goSite(sources, { file: 'cache.go', line: 19 }) ?? assert.fail();
  assert.equal(goTitle(put.fn), '(*cache).put');
  assert.equal(goTitle(goSite(sources, { file: 'cache.go', line: 16 })?.fn ?? assert.fail()), 'newCache');
  assert.equal(goSite(sources, { file: 'cache.go', line: 3 }), null);
  assert.equal(goSite(sources, { file: 'gone.go', line: 3 }), null);
  assert.equal(goSite(sources, null), null);
});

test('a file is read once for all rules and questions about the same sources', () => {
  const text = 'package a\nfunc f() {}\n';
  const sources = new Map([['a.go', text]]);
  const file = goFile(sources, 'a.go', text);
  assert.equal(goFile(sources, 'a.go', text), file);
  assert.equal(goCode(sources, 'a.go')?.files[0], file);
  assert.notEqual(goFile(new Map(sources), 'a.go', text), file);
});
