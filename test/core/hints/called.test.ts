import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { Node } from 'web-tree-sitter';
import { heedNothing } from '../../../src/core/heed.ts';
import { argumentsOf, calledBy, callsIn } from '../../../src/core/hints/called.ts';
import { functionAt, lineOf } from '../../../src/core/hints/uses.ts';
import { nodeIn, packageOf, sourceIn } from './packageOf.ts';

/** What is called where `call` stands in the first file, with the parameters that each argument is. */
async function calledAt(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  call: string,
): Promise<string | null> {
  const code = packageOf(t, files);
  const source = await sourceIn(code, Object.keys(files)[0] ?? '');
  const node = nodeIn(source, call);
  const called = await calledBy(code, source, node, heedNothing);
  if (called === null) return null;
  const { fn, parameters } = called;
  const names = (argument: Node): string =>
    parameters(argument)
      .map(({ text }) => text)
      .join('+');
  return `${fn.owner}.${fn.name}(${argumentsOf(node).map(names).join(', ')}) ${called.source.file}:${fn.line}`;
}

test('a method by the type of the name before it, wherever that is declared', async t => {
  const go = `package p
type store struct{ items map[string]*item }
func (s *store) put(key string, a, b *item) {}
type log struct{}
func (l *log) put(key string) {}
type server struct{ store *store; logs log }
var one = &store{}
func (s *server) use(other *store, v *item) {
	made := &store{}
	s.store.put("field", v, v)
	s.logs.put("other")
	one.put("variable", v, v)
	other.put("parameter", v, v)
	made.put("local", v, v)
	unknown.put("nothing", v, v)
}
`;
  const files = { 'a.go': go };
  const put = 'store.put(key, a, b) a.go:3';
  assert.equal(await calledAt(t, files, 's.store.put("field", v, v)'), put);
  assert.equal(await calledAt(t, files, 's.logs.put("other")'), 'log.put(key) a.go:5');
  for (const call of ['one.put("variable", v, v)', 'other.put("parameter", v, v)', 'made.put("local", v, v)'])
    assert.equal(await calledAt(t, files, call), put, call);
  assert.equal(await calledAt(t, files, 'unknown.put("nothing", v, v)'), null);
  // A field of that name in two structs, of two types.
  const twice = { ...files, 'b.go': 'package p\ntype other struct{ store log }\n' };
  assert.equal(await calledAt(t, twice, 's.store.put("field", v, v)'), null);
});

test('a function of the module, unless a local has its name', async t => {
  const files = {
    'a.go': 'package p\nfunc use(keep func(int)) {\n\tkeep(1)\n\tput(2, 3)\n}\n',
    'b.go': 'package p\nfunc keep(a int) {}\nfunc put(a int, rest ...int) {}\n',
    'c.go': 'package other\nfunc put(a int) {}\n',
  };
  assert.equal(await calledAt(t, files, 'keep(1)'), null);
  assert.equal(await calledAt(t, files, 'put(2, 3)'), '.put(a, rest) b.go:3');
  const js = {
    'a.js': 'function put(a) {}\nfunction use() { put(1); }\n',
    'b.js': 'function put(x) {}\n',
  };
  assert.equal(await calledAt(t, js, 'put(1)'), '.put(a) a.js:1');
  const two = { 'a.js': 'function use() { put(1); }\n', 'b.js': js['a.js'], 'c.js': js['b.js'] };
  assert.equal(await calledAt(t, two, 'put(1)'), null);
});

test('arguments by name, and parameters that are taken apart', async t => {
  const python = `class Store:
    def put(self, key, value=None):
        pass
class Server:
    def __init__(self):
        self.store = Store()
    def use(self):
        self.store.put(value=1, key=2)
`;
  assert.equal(
    await calledAt(t, { 'a.py': python }, 'self.store.put(value=1, key=2)'),
    'Store.put(value, key) a.py:2',
  );
  const ts = `class Store {
  put(key: string, { a, b }: Pair, ...rest: string[]) {}
}
class Server {
  constructor(private readonly store: Store) {}
  use() { this.store.put('k', pair, 'x', 'y'); }
}
`;
  assert.equal(
    await calledAt(t, { 'a.ts': ts }, "this.store.put('k', pair, 'x', 'y')"),
    'Store.put(key, a+b, rest, ) a.ts:2',
  );
});

test('behind a spread argument it is not known which parameter one is', async t => {
  const js = 'function put(a, b, c) {}\nfunction use(some) { put(1, ...some, 2); }\n';
  assert.equal(await calledAt(t, { 'a.js': js }, 'put(1, ...some, 2)'), '.put(a, , ) a.js:1');
  const python = 'def put(a, b, c):\n    pass\ndef use(some):\n    put(1, *some, c=2)\n';
  assert.equal(await calledAt(t, { 'a.py': python }, 'put(1, *some, c=2)'), '.put(a, , c) a.py:1');
});

test('calls of a function alone, not of those declared within', async t => {
  const text = `def outer():
    first(1)
    def inner():
        second(2)
    third(inner())
`;
  const source = await sourceIn(packageOf(t, { 'a.py': text }), 'a.py');
  const fn = functionAt(source, 2);
  assert.ok(fn);
  assert.deepEqual(
    callsIn(source, fn).map(call => `${lineOf(call)} ${call.text}`),
    ['2 first(1)', '5 third(inner())', '5 inner()'],
  );
});
