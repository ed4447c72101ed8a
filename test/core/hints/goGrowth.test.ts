import assert from 'node:assert/strict';
import test from 'node:test';
import {
  functionOf,
  growthAt,
  isBounded,
  isExported,
  isLongLived,
  isOwnerReset,
} from '../../../src/core/hints/goGrowth.ts';
import { siteAt } from './goSite.ts';

const text = `package p
type cache struct {
	mu      sync.Mutex
	entries map[string]int
	Open    map[string]int
}
type visit struct{ found map[string]int }
var names []string
func (c *cache) run(k string) {
	c.entries[k] = 1
	c.entries["constant"] = 1
	c.Open[k] = 1
	names = append(names, k)
	x, y := 1, 2
}
func (v *visit) run(k string) {
	v.found[k] = 1
}
func (c *cache) reset() {
	*c = cache{}
}
`;

function growth(mark: string) {
  const site = siteAt(text, mark);
  return { site, grown: growthAt(site) };
}
function grown(mark: string) {
  const { site, grown: found } = growth(mark);
  return { site, found: found ?? assert.fail(`${mark} adds to nothing`) };
}

test('the container that a line adds to', () => {
  const name = (mark: string): string => {
    const { owner, name: field } = grown(mark).found.container;
    return `${owner}.${field}`;
  };
  assert.equal(name('c.entries[k]'), 'cache.entries');
  assert.equal(name('names = append'), '.names');
  assert.equal(growth('x, y').grown, null);
});

test('constant keys cannot grow for ever', () => {
  assert.equal(isBounded(grown('c.entries["constant"]').found), true);
  assert.equal(isBounded(grown('c.entries[k]').found), false);
});

test('what is shared, global or named for keeping lives long; a visit does not', () => {
  const lives = (mark: string): boolean => {
    const { site, found } = grown(mark);
    return isLongLived(site, found.container);
  };
  assert.deepEqual(['c.entries[k]', 'names = append', 'v.found[k]'].map(lives), [true, true, false]);
});

test('what other packages reach, or the struct as a whole resets, is told', () => {
  const of = (mark: string, tells: typeof isExported): boolean => {
    const { site, found } = grown(mark);
    return tells(site, found.container);
  };
  assert.equal(of('c.entries[k]', isExported), false);
  assert.equal(of('c.entries[k]', isOwnerReset), true);
  assert.equal(of('v.found[k]', isOwnerReset), false);
});

/** What the last of the lines adds to the field `f` of a struct `c`, in a method of that name and parameters. */
function field(type: string, method: string, lines: string, rest = '') {
  const code = `package p\ntype c struct {\n\tf, g ${type}\n}\nfunc (c *c) ${method} {\n\t${lines}\n}\n${rest}`;
  return growthAt(siteAt(code, lines.split('\n').at(-1) ?? ''));
}

test('the key, the expression and the function of an addition', () => {
  const told = (type: string, line: string) => {
    const found = field(type, 'run(k string)', line);
    return found === null ? null : [found.expression, found.key, functionOf(found.add)];
  };
  assert.deepEqual(told('map[string]int', 'c.f[id(k, 1)] = 1'), ['c.f', 'id(k,1)', '(*c).run']);
  assert.deepEqual(told('sync.Map', 'c.f.Store(k, 1)'), ['c.f', 'k', '(*c).run']);
  assert.deepEqual(told('[]int', 'c.f = append(c.f, 1)'), ['c.f', '', '(*c).run']);
  assert.equal(told('map[string]int', 'c.f[k], c.g[k] = 1, 2'), null, 'which of two cannot be told');
});

test('keys and code of which there are few bound a container', () => {
  const bounded = (type: string, method: string, lines: string, rest?: string) =>
    isBounded(field(type, method, lines, rest) ?? assert.fail(lines));
  const add = 'c.f[k] = 1';
  assert.equal(bounded('map[string]int', 'run(k string)', add), false);
  assert.equal(bounded('map[bool]int', 'run(k bool)', add), true);
  assert.equal(bounded('map[string]int', 'RegisterName(k string)', add), true);
  assert.equal(bounded('map[any]int', 'run(k reflect.Type)', add), true);
  assert.equal(bounded('map[any]int', 'run(x any)', `k := reflect.TypeOf(x)\n\t${add}`), true);
  const limit = 'func (c *c) full() bool { return len(c.f) > 9 }\n';
  assert.equal(bounded('map[string]int', 'run(k string)', add, limit), true);
});

test('a lock, a variable that keeps it or its name make a struct long-lived', () => {
  const lives = (name: string, fields: string, rest = ''): boolean => {
    const code = `package p\ntype ${name} struct {\n\t${fields}f []int\n}\nfunc (x *${name}) run() {\n\tx.f = append(x.f, 1)\n}\n${rest}`;
    const site = siteAt(code, 'append');
    return isLongLived(site, growthAt(site)?.container ?? assert.fail());
  };
  assert.equal(lives('visit', ''), false);
  assert.equal(lives('visit', 'mu sync.Mutex\n\t'), true);
  assert.equal(lives('visit', 'mu *sync.RWMutex\n\t'), true);
  assert.equal(lives('visit', '', 'var one = &visit{}\n'), true);
  assert.equal(lives('sessionStore', ''), true);
});

test('only exported fields of exported structs are reached, and none of a program', () => {
  const reached = (pkg: string, owner: string, name: string): boolean => {
    const code = `package ${pkg}\ntype ${owner} struct{ ${name} []int }\nfunc (x *${owner}) run() {\n\tx.${name} = append(x.${name}, 1)\n}\n`;
    const site = siteAt(code, 'append');
    return isExported(site, growthAt(site)?.container ?? assert.fail());
  };
  assert.equal(reached('p', 'Cache', 'Items'), true);
  assert.equal(reached('p', 'Cache', 'items'), false);
  assert.equal(reached('p', 'cache', 'Items'), false);
  assert.equal(reached('main', 'Cache', 'Items'), false);
});
