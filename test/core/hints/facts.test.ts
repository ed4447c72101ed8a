import assert from 'node:assert/strict';
import test from 'node:test';
import { localOf } from '../../../src/core/hints/locals.ts';
import { nodeIn, sourceOf } from './packageOf.ts';

test('the package, and each file a module where the language has none', async t => {
  assert.equal((await sourceOf(t, 'a.go', 'package p')).source.facts.package, 'p');
  assert.equal((await sourceOf(t, 'a.js', 'let p;')).source.facts.package, '');
});

test('what holds things, by whom it belongs to', async t => {
  const text = `const a = new Map();
class C { static b = []; c = new Set(); d = 1; }
function f() { const e = []; }
`;
  const { source } = await sourceOf(t, 'a.js', text);
  const held = source.facts.held.map(({ name, kind, life, owner }) => [name, kind, life, owner]);
  assert.deepEqual(held.sort(), [
    ['a', 'map', 'variable', ''],
    ['b', 'list', 'static', 'C'],
    ['c', 'set', 'field', 'C'],
    ['e', 'list', 'local', ''],
  ]);
  const python = await sourceOf(t, 'a.py', 'def f(x=[]):\n    pass\n');
  assert.deepEqual(
    python.source.facts.held.map(({ name, life }) => [name, life]),
    [['x', 'default']],
  );
});

test('a type or a first value tells more of a name than a declaration without', async t => {
  const { source } = await sourceOf(
    t,
    'a.ts',
    'let a;\nlet b: Map<string, number>;\nconst c: Map<string, number> = new Lru();',
  );
  assert.deepEqual(
    source.facts.held.map(({ name, kind, isTyped }) => [name, kind, isTyped]),
    [
      ['a', 'timer', false],
      ['b', 'map', true],
      ['c', 'map', true],
    ],
  );
});

test('what is done to an expression, surest first', async t => {
  const text = `package p
var m = map[string]int{}
func f(k string) { m[k] = 1; delete(m, k); for range (m) { g(m) } }
`;
  const { source } = await sourceOf(t, 'a.go', text);
  const roles = (whole: string, part = 'm') =>
    source.facts.roles
      .get(nodeIn(source, whole, part).id)
      ?.map(({ role, kinds }) => [role, ...kinds].join(' '));
  assert.equal(roles('m[k] = 1')?.[0], 'added map maps');
  assert.equal(roles('delete(m', 'm')?.[0], 'removed');
  assert.equal(roles('g(m', 'm')?.[0], 'read list');
  assert.equal(source.facts.inner.get(nodeIn(source, 'range (m)', '(m)').id)?.text, 'm');
});

test("a method's role comes from its language's table", async t => {
  const { source } = await sourceOf(t, 'a.js', 'const a = [];\na.push(1);\na.pop();');
  const role = (whole: string) => source.facts.roles.get(nodeIn(source, whole, 'a').id)?.[0];
  assert.deepEqual([role('a.push')?.role, role('a.push')?.kinds], ['added', ['list']]);
  assert.equal(role('a.push')?.match.nodes.get('added')?.text, 'a');
  assert.equal(role('a.pop')?.role, 'removed');
});

test('a name is known in its scope, in JavaScript also before its declaration', async t => {
  const js = await sourceOf(t, 'a.js', 'function f() { use(x); { let x = 1; } let x = 2; }\nuse(x);');
  const at = [...js.source.parsed.text.matchAll(/\bx\b/g)].map(({ index }) => index);
  const declared = at.map(each => localOf(js.source.facts, 'x', each)?.node.startIndex);
  assert.deepEqual(declared, [at[2], at[1], at[2], undefined]);
  const py = await sourceOf(t, 'a.py', 'def f():\n    global x\n    x = 1\n    y = 2\n');
  const end = py.source.parsed.text.length - 2;
  assert.equal(localOf(py.source.facts, 'x', end), undefined);
  assert.ok(localOf(py.source.facts, 'y', end));
});

test('classes and functions have their spans, and functions the line that V8 knows them by', async t => {
  const text = 'class A {\n  f(\n    a\n  ) {}\n}\nconst g = b => b;';
  const { facts } = (await sourceOf(t, 'a.js', text)).source;
  assert.deepEqual(facts.classes, [{ name: 'A', start: 0, end: text.indexOf('\nconst') }]);
  assert.deepEqual(
    facts.functions.map(({ start, begins }) => [start, begins]),
    [
      [text.indexOf('f('), 2],
      [text.indexOf('b =>'), 6],
    ],
  );
});

test('marks are sorted by their captures', async t => {
  const { facts } = (await sourceOf(t, 'a.js', 'function setup() {}\nexport const a = {};')).source;
  const texts = (mark: string) => facts.marks.get(mark)?.map(({ nodes }) => nodes.get(mark)?.text);
  assert.deepEqual(texts('once'), ['function setup() {}']);
  assert.deepEqual(texts('exported'), ['a']);
  assert.equal(texts('constructor'), undefined);
});

test('a pattern with a first value of no kind says nothing', async t => {
  const text = `class C {
  private Map<String, String> a, b;
  C() { a = new HashMap<>(); b = of(); }
}
`;
  const { source } = await sourceOf(t, 'a.java', text);
  const roles = (whole: string) =>
    source.facts.roles.get(nodeIn(source, whole, whole.charAt(0)).id)?.map(({ role }) => role);
  assert.deepEqual(roles('a = new'), ['initial', 'replaced']);
  assert.deepEqual(roles('b = of'), ['replaced']);
  assert.deepEqual(
    source.facts.held.map(({ name }) => name),
    ['a'],
  );
});

test('all parameters of a function are its locals', async t => {
  const text = 'g = lambda a, *b, c=1, **d: (a, b, c, d)\n';
  const { source } = await sourceOf(t, 'a.py', text);
  assert.deepEqual([...source.facts.locals.keys()], ['a', 'b', 'c', 'd']);
});
