import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { outline } from '../parser.ts';
import { listed } from './listed.ts';

test('Go: receivers, generics, results with braces, declarations without a body', async () => {
  const text = `package p
// func commented() {}
type handler func(w int)

func plain() {}
func (c *lru[K, V]) put(k K) { }
func (lru) get() (x struct{ a int }, f func(int) interface{ M() }) {
	s := \`func inRaw() {\`
	r := '{'
	return
}
func Map[T any, U interface{ ~int }](in []T) map[string]struct{} {
	go func() {
	}()
	return nil
}
func assembly(x int) **int
func last() {
	_ = "func quoted() {"
}
`;
  assert.deepEqual(await listed('go', text), [
    'plain 5-5',
    'lru.put 6-6',
    'lru.get 7-11',
    'Map 12-16',
    'last 18-20',
  ]);
});

test('literals, each inside the function or literal around it', async () => {
  const { declarations } = await outline(
    'go',
    `package p
var f = func() {
	func() {}()
}
func plain(g func(int)) {
	go func() {
		defer func() {
		}()
	}()
	_ = func(x int) (y struct{}) {
		return
	}
}
`,
  );
  const [plain] = declarations;
  assert.equal(declarations.length, 1);
  assert.deepEqual(
    plain?.literals.map(({ line, endLine, literals }) => [line, endLine, literals.length]),
    [
      [6, 9, 1],
      [10, 12, 0],
    ],
  );
});

test("Go's own sources: the same functions as Go's own parser", async t => {
  let want: string;
  let root: string;
  try {
    root = path.join(execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'src');
    const folders = ['net', 'runtime', 'encoding', 'go'].map(name => path.join(root, name));
    want = execFileSync('go', ['run', path.join(import.meta.dirname, 'listFunctions.go'), ...folders], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    t.skip(`go is missing: ${error}`);
    return;
  }
  const wanted = new Map<string, string[]>();
  for (const line of want.trim().split('\n')) {
    const [file = '', ...rest] = line.split(' ');
    wanted.set(file, [...(wanted.get(file) ?? []), rest.join(' ')]);
  }
  let functions = 0;
  for (const [file, expected] of wanted) {
    const { declarations } = await outline('go', readFileSync(file, 'utf8'));
    assert.deepEqual(
      declarations.map(({ owner, name, line, endLine }) => `${owner}.${name} ${line} ${endLine}`),
      expected,
      file,
    );
    functions += expected.length;
  }
  assert.ok(functions > 10_000, `${functions} functions`);
  t.diagnostic(`${functions} functions in ${wanted.size} files agree`);
});
