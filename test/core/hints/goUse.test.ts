import assert from 'node:assert/strict';
import test from 'node:test';
import { usesOfContainer } from '../../../src/core/hints/goUse.ts';
import { siteAt } from './goSite.ts';

/** What each line of a method body does to the field `f`. */
function kinds(type: string, ...body: readonly string[]): string[] {
  const text = `package p\ntype c struct {\n\tf ${type}\n}\nfunc (c *c) run(k string) {\n\t${body.join('\n\t')}\n}\n`;
  const { code } = siteAt(text, body[0] ?? '');
  const variable = code.structs.get('c')?.find(({ name }) => name === 'f') ?? assert.fail();
  const kind = type.startsWith('map') ? 'map' : type.startsWith('[]') ? 'slice' : 'syncMap';
  return usesOfContainer(code, { kind, owner: 'c', name: 'f', variable }).map(
    use => `${use.line - 5} ${use.kind}`,
  );
}

test('what code does to a map', () => {
  const body = [
    'c.f[k] = 1',
    'c.f[k]++',
    '_ = c.f[k]',
    'delete(c.f, k)',
    'clear(c.f)',
    'for range c.f { g() }',
    'if len(c.f) > c.limit { g() }',
    'if len(c.f) == 0 { g() }',
    'c.f = map[string]int{}',
    'h(c.f)',
    'fmt.Println(c.f)',
    'p := &c.f',
  ];
  const expected = 'add add read remove remove read bound read replace escape read escape'.split(' ');
  assert.deepEqual(
    kinds('map[string]int', ...body),
    expected.map((kind, i) => `${i + 1} ${kind}`),
  );
});

test('a first value under a test for nil is none that shrinks', () => {
  assert.deepEqual(kinds('map[string]int', 'if c.f == nil {', '\tc.f = map[string]int{}', '}'), [
    '1 read',
    '2 init',
  ]);
});

test('what code does to a slice', () => {
  const body = ['c.f = append(c.f, 1)', 'c.f = append(other, 1)', 'c.f = c.f[1:]', 'h(c.f)'];
  const uses = kinds('[]int', ...body);
  assert.ok(uses.includes('1 add') && uses.includes('2 replace') && uses.includes('3 replace'), String(uses));
  assert.ok(!uses.includes('4 escape'), 'a slice handed on by value keeps its length');
});

test('what code does to a sync.Map', () => {
  const body = ['c.f.Store(k, 1)', 'c.f.Load(k)', 'c.f.Delete(k)', 'c.f.LoadAndDelete(k)', 'h(c.f)'];
  assert.deepEqual(kinds('sync.Map', ...body), ['1 add', '2 read', '3 remove', '4 remove', '5 escape']);
});

test('only a size that is compared with a limit bounds', () => {
  const body = ['if c.max < len(c.f) { g() }', 'if len(c.f) > 0 { g() }', 'if len(c.f) == c.max { g() }'];
  assert.deepEqual(kinds('[]int', ...body), ['1 bound', '2 read', '3 bound']);
});

test('lists assign as single values do', () => {
  assert.deepEqual(kinds('map[string]int', 'c.f[k], ok = 1, true'), ['1 add']);
  assert.deepEqual(kinds('[]int', 'c.f, old = nil, 1'), ['1 replace']);
});

test('an append to another slice, a pointer and a slot set to nil may take away', () => {
  const body = [
    'c.f = append(o.g, 1)',
    'c.f = append(o.g, c.x...)',
    'trim(&c.f)',
    'c.f[0] = nil',
    'c.f[0] = x',
  ];
  assert.deepEqual(kinds('[]*int', ...body), ['1 replace', '2 replace', '3 escape', '4 remove', '5 read']);
});

test('a first value is one in a literal, in init, and of a struct that the function makes', () => {
  const type = 'map[string]int';
  assert.deepEqual(kinds(type, '_ = &c{f: nil}'), ['1 init']);
  assert.deepEqual(kinds(type, 'n := &c{}', 'n.f = nil'), ['2 init']);
  assert.deepEqual(kinds(type, 'n := find()', 'n.f = nil'), ['2 replace']);
  assert.deepEqual(kinds(type, 'g()', '}', 'func init() {', 'shared.f = nil'), ['4 init']);
});
