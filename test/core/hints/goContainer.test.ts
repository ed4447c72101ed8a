import assert from 'node:assert/strict';
import test from 'node:test';
import { isToken } from '../../../src/core/code/tokens.ts';
import {
  chainBefore,
  localType,
  resolveContainer,
  structName,
  usesOf,
} from '../../../src/core/hints/goContainer.ts';
import { siteAt } from './goSite.ts';

const text = `package p
type cache struct {
	entries map[string]int
	in      inner
}
type inner struct{ list []int }
var global sync.Map
func (c *cache) run(other map[string]int, x *elsewhere) {
	c.entries[k] = 1
	c.in.list = append(c.in.list, 1)
	global.Store(k, 1)
	other[k] = 1
	x.entries[k] = 1
	f().entries[k] = 1
	local := map[string]int{}
	local[k] = 1
}
`;

/** What the last use of a name before `mark`'s line end stands for. */
function named(mark: string, name: string, code = text): string | null {
  const site = siteAt(code, mark);
  const { tokens } = site.file;
  const at = Array.from({ length: tokens.count }, (_, i) => i).find(
    i => tokens.line[i] === site.line && isToken(tokens, i, name),
  );
  const chain = chainBefore(tokens, at ?? assert.fail(name));
  const found = chain === null ? null : resolveContainer(site, chain);
  return found === null ? null : `${found.kind} ${found.owner}.${found.name}`;
}

test('fields, fields of fields and package variables are told', () => {
  assert.equal(named('c.entries[k]', 'entries'), 'map cache.entries');
  assert.equal(named('c.in.list', 'list'), 'slice inner.list');
  assert.equal(named('global.Store', 'global'), 'syncMap .global');
});

test('locals, parameters, foreign structs and results of calls are not', () => {
  assert.equal(named('\tother[k]', 'other'), null);
  assert.equal(named('x.entries', 'entries'), null);
  assert.equal(named('f().entries', 'entries'), null);
  assert.equal(named('\tlocal[k]', 'local'), null);
});

test('a header tells the types of its names, a body only that they are its own', () => {
  const { file, fn } = siteAt(text, 'local[k]');
  assert.equal(localType(file, fn, fn.close, 'c'), '*cache');
  assert.equal(localType(file, fn, fn.close, 'x'), '*elsewhere');
  assert.equal(localType(file, fn, fn.close, 'local'), '');
  assert.equal(localType(file, fn, fn.close, 'global'), undefined);
});

test('the struct behind a type or a first value', () => {
  const named = ['*cache', '&cache{', 'new(cache)', 'newcache(1)', 'cache[int]', 'map[string]int'].map(
    structName,
  );
  assert.deepEqual(named, ['cache', 'cache', 'cache', 'cache', 'cache', '']);
});

const namesakes = `package p
type cache struct{ items []int }
var entries = make(map[string]int)
func (c *cache) run() {
	c.items = append(c.items, 1)
	entries[k] = 1 // global
	_ = cache{items: nil}
	f().items[0] = 1
}
func shadow(items []int) {
	entries := other()
	entries[items[0]] = 1
}
func local() {
	var entries map[string]int
	entries[k] = 1 // local
}
`;

test('a declaration in the function hides the variable of its package', () => {
  assert.equal(named('// global', 'entries', namesakes), 'map .entries');
  assert.equal(named('// local', 'entries', namesakes), null);
});

test('the uses of a field and of a variable are not those of their namesakes', () => {
  const { code } = siteAt(namesakes, '// global');
  const lines = (owner: string, name: string): number[] => {
    const variables = owner === '' ? [...code.globals.values()] : (code.structs.get(owner) ?? []);
    const variable = variables.find(each => each.name === name) ?? assert.fail(name);
    const uses = [...usesOf(code, { kind: 'map', owner, name, variable })];
    return uses.map(({ file, at }) => file.tokens.line[at] ?? 0);
  };
  assert.deepEqual(lines('cache', 'items'), [5, 5, 7, 8]);
  assert.deepEqual(lines('', 'entries'), [3, 6]);
});
