import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { accessOf, containerOf, ownerOf, typeName } from '../../../src/core/hints/container.ts';
import { nodeIn, packageOf, sourceIn, sourceOf } from './packageOf.ts';

/** The containers of the expressions before `[k]`, each as its life, owner and line; null for none. */
async function containersIn(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  wholes: readonly string[],
): Promise<readonly (string | null)[]> {
  const code = packageOf(t, files);
  const file = Object.keys(files)[0] ?? '';
  const source = await sourceIn(code, file);
  const found: (string | null)[] = [];
  for (const whole of wholes) {
    const of = nodeIn(source, whole, whole.replace(/(\[k\]|\.set\().*$/, ''));
    const container = await containerOf(code, source, of, heedNothing);
    const place = container && `${container.source.file}:${container.node.startPosition.row + 1}`;
    found.push(container && `${container.life} ${container.owner} ${place}`);
  }
  return found;
}

test('a local name stands before a variable, a parameter before both', async t => {
  const text = `package p
var m = map[string]int{}
func f(k string) { m[k] = 1 }
func g(k string) { m := h(); m[k] = 2 }
func i(k string, m map[string]int) { m[k] = 3 }
`;
  const found = await containersIn(t, { 'a.go': text }, ['m[k] = 1', 'm[k] = 2', 'm[k] = 3']);
  assert.deepEqual(found, ['variable  a.go:2', null, null]);
});

test("what an object has is its class's, by the type of its name", async t => {
  const text = `package p
type a struct { m map[string]int }
type b struct { m map[string]int }
func (x *a) f(k string) { x.m[k] = 1 }
func g(k string, y b) { y.m[k] = 2 }
func h(k string) { z := find(); z.m[k] = 3 }
`;
  const found = await containersIn(t, { 'a.go': text }, ['x.m[k]', 'y.m[k]', 'z.m[k]']);
  assert.deepEqual(found, ['field a a.go:2', 'field b a.go:3', null]);
});

test('a struct has what those have that are embedded in it', async t => {
  const text = `package p
type base struct { m map[string]int }
type other struct { m map[string]int }
type top struct {
	*base
	o other
}
func (x *top) f(k string) { x.m[k] = 1 }
`;
  assert.deepEqual(await containersIn(t, { 'a.go': text }, ['x.m[k]']), ['field base a.go:2']);
});

test('this and self are of the class around, and a function within may add to what is around it', async t => {
  const js = `class A { m = new Map(); f(k) { this.m.set(k, 1); } }
class B { m = new Map(); f(k) { return () => this.m.set(k, 2); } }
function make() { const n = new Map(); n.set(1, 2); return k => n.set(k, 3); }
process.set(1, 4);
`;
  assert.deepEqual(
    await containersIn(t, { 'a.js': js }, [
      'this.m.set(k, 1',
      'this.m.set(k, 2',
      'n.set(1',
      'n.set(k',
      'process.set(1',
    ]),
    ['field A a.js:1', 'field B a.js:2', null, 'local  a.js:3', 'platform  a.js:4'],
  );
  const py = 'class A:\n    m = {}\n    def f(self, k):\n        self.m[k] = 1\n';
  assert.deepEqual(await containersIn(t, { 'a.py': py }, ['self.m[k]']), ['static A a.py:2']);
});

test("a variable of another file is a package's in Go, and another module's in JavaScript", async t => {
  const go = {
    'a.go': 'package p\nfunc f(k string) { m[k] = 1 }',
    'b.go': 'package p\nvar m = map[string]int{}',
  };
  assert.deepEqual(await containersIn(t, go, ['m[k]']), ['variable  b.go:2']);
  const js = { 'a.js': 'function f(k) { m.set(k, 1); }', 'b.js': 'const m = new Map();' };
  assert.deepEqual(await containersIn(t, js, ['m.set(']), [null]);
});

test('in Java, a name alone is a member of the innermost class that has one of that name', async t => {
  const text = `class A {
  Map<String, Integer> m = new HashMap<>();
  void f(String k) { m.set(k); }
  class B { void g(String k) { m.set(k, 2); } }
  class C { Map<String, Integer> m = new HashMap<>(); void g(String k) { m.set(k, 3); } }
}
`;
  const found = await containersIn(t, { 'A.java': text }, ['m.set(k)', 'm.set(k, 2)', 'm.set(k, 3)']);
  assert.deepEqual(found, ['field A A.java:2', 'field A A.java:2', 'field C A.java:5']);
});

test('an expression is followed through brackets and local names for it', async t => {
  const text = `package p
type a struct { m map[string]int }
func (x *a) f(k string) { n := (x.m); o := n; (o)[k] = 1 }
`;
  assert.deepEqual(await containersIn(t, { 'a.go': text }, ['(o)[k]']), ['field a a.go:2']);
});

test('an access has a name, and an object before its dot', async t => {
  const { source } = await sourceOf(t, 'a.js', 'a; b.c.d; e[f]; this.g;');
  const parts = (whole: string) => {
    const access = accessOf(source, nodeIn(source, whole));
    return access && [access.object?.text, access.name.text];
  };
  assert.deepEqual(['a', 'b.c.d', 'e[f]', 'this.g'].map(parts), [
    [undefined, 'a'],
    ['b.c', 'd'],
    null,
    ['this', 'g'],
  ]);
});

test('the class of an object is told by this, its declaration, or its own name', async t => {
  const text = 'class A { f() { const x = new B(); return [this.a, x.b, A.c, y.d, x.y.e]; } }\nthis.z;';
  const { source } = await sourceOf(t, 'a.js', text);
  const owner = (whole: string) => ownerOf(source, nodeIn(source, whole, whole.replace(/\.\w$/, '')));
  assert.deepEqual(['this.a', 'x.b', 'A.c', 'y.d', 'x.y.e', 'this.z'].map(owner), [
    'A',
    'B',
    'A',
    null,
    null,
    null,
  ]);
});

test('the name in a type or in a first value', () => {
  const types = [
    '*T',
    '&T{a: 1}',
    'new(T)',
    'new T()',
    'pkg.T',
    "&'a mut T",
    'a::b::T<U>',
    'newT(1)',
    'NewT()',
    ': T',
  ];
  assert.deepEqual([...new Set(types.map(typeName))], ['T']);
  assert.deepEqual(['newer', '', '[]T'].map(typeName), ['newer', null, null]);
});
