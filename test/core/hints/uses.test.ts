import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { containerOf } from '../../../src/core/hints/container.ts';
import type { HintPosition } from '../../../src/core/hints/hint.ts';
import {
  functionAround,
  functionAt,
  isMarked,
  unnamedAt,
  usesOf,
  wordsIn,
} from '../../../src/core/hints/uses.ts';
import { nodeIn, packageOf, sourceIn, sourceOf } from './packageOf.ts';

/** What is done to the container that the first file names last in `whole`: `file:line role`, null where not all is known. */
async function usesIn(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  [whole, part]: readonly [whole: string, part: string],
  references: readonly HintPosition[] | null = null,
): Promise<readonly string[] | null> {
  const code = packageOf(t, files);
  const source = await sourceIn(code, Object.keys(files)[0] ?? '');
  const container = await containerOf(code, source, nodeIn(source, whole, part), heedNothing);
  assert.ok(container);
  const uses = await usesOf(code, container, references, heedNothing);
  return uses?.map(({ role, line, source: { file } }) => `${file}:${line} ${role}`) ?? null;
}

const go = `package p
var seen = map[string]int{}
func add(k string) { seen[k] = 1 }
// seen is what was seen
func say() { log("seen", unseen, seenBefore) }
func drop(k string) { delete(seen, k) }
func local(seen map[string]int) { delete(seen, "") }
func hand() { send(seen) }
`;

test('a name is a use in code alone, where it is no other name', async t => {
  const files = {
    'a.go': go,
    'b.go': 'package p\nfunc n() int { return len(seen) }',
    'c.go': 'package q\nvar x = seen',
  };
  assert.deepEqual(await usesIn(t, files, ['seen[k] = 1', 'seen']), [
    'a.go:3 added',
    'a.go:6 removed',
    'a.go:8 handed',
    'b.go:2 read',
  ]);
});

test('what is done to a local name for it is done to it', async t => {
  const text = `package p
type c struct { m map[string]int }
func (x *c) add(k string) { x.m[k] = 1 }
func (x *c) drop(k string) {
	o := x.m
	n := o
	delete(n, k)
	y.send(o)
}
func other() { n := 1; use(n) }
`;
  assert.deepEqual(await usesIn(t, { 'a.go': text }, ['x.m[k]', 'x.m']), [
    'a.go:3 added',
    'a.go:7 removed',
    'a.go:8 handed',
  ]);
});

test('references take the place of the search', async t => {
  const at = (file: string, line: number, column: number): HintPosition => ({ file, line, column });
  const files = { 'a.go': go, 'b.go': 'package p\nfunc n() int { return len(seen) }' };
  const container = ['seen[k] = 1', 'seen'] as const;
  const references = [at('a.go', 2, 4), at('a.go', 3, 21), at('b.go', 2, 26)];
  assert.deepEqual(await usesIn(t, files, container, references), ['a.go:3 added', 'b.go:2 read']);
  assert.equal(await usesIn(t, files, container, [at('gone.go', 1, 0)]), null);
});

test('a field is used where its object is of its class, or of one that is not known', async t => {
  const text = `package p
type a struct { m map[string]int }
type b struct { m map[string]int }
func (x *a) f(k string) { x.m[k] = 1 }
func (x *b) f(k string) { delete(x.m, k) }
func g(k string) { find().m[k] = 2 }
`;
  assert.deepEqual(await usesIn(t, { 'a.go': text }, ['x.m[k]', 'x.m']), ['a.go:4 added', 'a.go:6 added']);
});

test("a module's variable is another file's by the module's name, and a private member no other file's", async t => {
  const python = {
    'store.py': 'seen = {}\ndef f(k):\n    seen[k] = 1\n',
    'b.py': 'import store\ndef g():\n    store.seen.pop(k)\n    other.seen.pop(k)\n',
  };
  assert.deepEqual(await usesIn(t, python, ['seen[k]', 'seen']), ['store.py:3 added', 'b.py:3 removed']);
  const java = {
    'A.java':
      'class A {\n  private final Map<String, String> m = new HashMap<>();\n  void f(String k) { m.put(k, k); }\n}',
    'B.java': 'class B {\n  void g(A a) { a.m.clear(); }\n}',
  };
  assert.deepEqual(await usesIn(t, java, ['m.put', 'm']), ['A.java:3 added']);
});

test("a function's own and the platform's are used in their file alone", async t => {
  const js = {
    'a.js': `function make() {
  const m = new Map();
  return { add(k) { m.set(k, process); }, drop(k) { m.delete(k); } };
}
const m = 2;
process.on('exit', make);
`,
    'b.js': 'm.clear(); process.removeAllListeners();',
  };
  assert.deepEqual(await usesIn(t, js, ['m.set', 'm']), ['a.js:3 added', 'a.js:3 removed']);
  const platform = (await usesIn(t, js, ['process.on', 'process'])) ?? [];
  assert.deepEqual(
    platform.map(use => use.replace(/ .*/, '')),
    ['a.js:3', 'a.js:6'],
  );
});

test('words are whole, within a range', async t => {
  const { source } = await sourceOf(t, 'a.js', 'a; ab; $a; é.aé; "a"; b.a; c[a]; // a');
  const at = (from?: number) => [...wordsIn(source, 'a', from)].map(({ startIndex }) => startIndex);
  const { text } = source.parsed;
  assert.deepEqual(at(), [0, text.indexOf('b.a') + 2, text.indexOf('[a') + 1]);
  assert.deepEqual(at(1).length, 2);
  assert.deepEqual([...wordsIn(source, 'a', 0, 5)].length, 1);
});

test('the function at a line is the innermost, named or else not', async t => {
  const text =
    'class A {\n  f() {\n    g(() => {\n      h();\n    });\n  }\n}\nrun(() => {\n  k();\n});\nend();';
  const { source } = await sourceOf(t, 'a.js', text);
  const named = (line: number) => functionAt(source, line)?.name;
  assert.deepEqual([1, 2, 4, 6, 9].map(named), ['A', 'f', 'f', 'f', undefined]);
  assert.deepEqual(
    [4, 9, 11].map(line => unnamedAt(source, line)?.line),
    [3, 8, undefined],
  );
  assert.equal(functionAround(source, nodeIn(source, 'h'))?.begins, 3);
  assert.equal(functionAround(source, nodeIn(source, 'end')), undefined);
});

test('what stands in something marked is marked', async t => {
  const { source } = await sourceOf(t, 'a.js', 'class A { constructor() { x; } f() { y; } }');
  assert.equal(isMarked(source, 'constructor', nodeIn(source, 'x')), true);
  assert.equal(isMarked(source, 'constructor', nodeIn(source, 'y')), false);
});
