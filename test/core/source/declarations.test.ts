import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { declarationsOf, goLiteral } from '../../../src/core/source/declarations.ts';
import type { Language } from '../../../src/core/source/language.ts';
import { tokenize } from '../../../src/core/source/tokens.ts';

function listed(language: Language, text: string): string[] {
  return declarationsOf(tokenize(text, language), language).map(
    ({ owner, name, line, endLine }) => `${owner === '' ? '' : `${owner}.`}${name} ${line}-${endLine}`,
  );
}

test('Go: receivers, generics, results with braces, declarations without a body', () => {
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
  assert.deepEqual(listed('go', text), [
    'plain 5-5',
    'lru.put 6-6',
    'lru.get 7-11',
    'Map 12-16',
    'last 18-20',
  ]);
});

test('Go: function literals count as the compiler counts them', () => {
  const tokens = tokenize(
    `package p
func serve() {
	a := func() {
		defer func() {}()
		go func() {
		}()
	}
	b(func(x int) (y int) {
		return
	})
}`,
    'go',
  );
  const [serve] = declarationsOf(tokens, 'go');
  assert.ok(serve !== undefined);
  const lines = (...literals: number[]) => {
    const literal = goLiteral(tokens, serve, literals);
    return literal === null ? null : [literal.line, literal.endLine];
  };
  assert.deepEqual(lines(1), [3, 7]);
  assert.deepEqual(lines(1, 1), [4, 4]);
  assert.deepEqual(lines(1, 2), [5, 6]);
  assert.deepEqual(lines(2), [8, 10]);
  assert.equal(lines(3), null);
});

test('C and C++: classes, namespaces, initialisers, operators, preprocessor', () => {
  const text = `#include <map>
#define LOOP(x) for (;;) { x
namespace shop VISIBLE(default) { namespace {
int helper(int a) { if (a) { return 1; } return 0; }
} // namespace
class Cart : public Base<(1 > 0)> {
 public:
  Cart(int n) : n_(n), m_{1} { init(); }
  ~Cart() noexcept { }
  bool operator==(const Cart& o) const { return true; }
  void declared();
  auto trailing() -> int { return R"x(}")x"[0]; }
 private:
  int n_{3};
};
template <typename T>
void Cart::add(
    std::map<int, T> items) const {
  auto f = [&](int x) { return x; };
  char c = '}'; int big = 1'000'000;
}
struct node *make(void)
{
#if ONE
  if (a) {
#else
  if (b) {
#endif
  }
}
int table[] = { 1, 2 };
extern "C" { void exported(void) { } }
}
int main() { return 0; }
`;
  assert.deepEqual(listed('cpp', text), [
    'shop.helper 4-4',
    'Cart.Cart 8-8',
    'Cart.~Cart 9-9',
    'Cart.operator== 10-10',
    'Cart.trailing 12-12',
    'Cart.add 17-21',
    'shop.make 22-30',
    'shop.exported 32-32',
    'main 34-34',
  ]);
});

test('Rust: impl, trait, lifetimes, raw strings, nested comments', () => {
  const text = `mod store {
  pub struct Cache<'a> { x: &'a str }
  impl<'a, K: Into<String>> Insert<K> for crate::Cache<'a> where K: Clone {
    fn put<F>(&'a mut self, k: K, f: F) -> Result<(), Box<dyn Error>> where F: Fn(char) -> bool {
      let c = '{'; let r = r#"fn no() { " "#; /* { /* nested */ } */
    }
    fn declared(&self);
  }
  trait Insert<K> { fn default(&self, x: impl Fn()) { } }
}
pub(crate) unsafe fn free() {}
`;
  assert.deepEqual(listed('rust', text), ['Cache.put 4-6', 'Insert.default 9-9', 'free 11-11']);
});

test('JavaScript and TypeScript: functions, methods, arrows, types between', () => {
  const text = `export async function* walk<T>(a: T): AsyncGenerator<{ a: T }> { yield a }
const put = async (key: string): Promise<Map<string, { n: number }>> => {
  return new Map();
};
const one = x => x + 1, two = function () { return /[/}]/.test(\`\${one(1) + \`}\`}\`) };
const typed: Handler<A> = (e) =>
  e.target;
class Cart extends Base<T> {
  #items = new Map();
  constructor(private n: number) { super(); }
  static async add(item) { if (item) { this.x(() => { }); } }
  get size(): number { return 1 }
  handler = (e) => { };
}
module.exports.update = function () { };
Cart.prototype.remove = function (id) {
};
const o = { method() { }, arrow: () => 1, 'quoted': function () { } };
foo(function () { }); if (a) { } while (b) { }
`;
  assert.deepEqual(listed('javascript', text), [
    'walk 1-1',
    'put 2-4',
    'one 5-5',
    'two 5-5',
    'typed 6-7',
    'Cart.constructor 10-10',
    'Cart.add 11-11',
    'Cart.size 12-12',
    'Cart.handler 13-13',
    'update 15-15',
    'Cart.remove 16-17',
    'method 18-18',
    'arrow 18-18',
    'quoted 18-18',
  ]);
});

test('Python: indentation, decorators, strings and brackets over lines', () => {
  const text = `class Cart:
    """A cart:
def not_this(): pass
"""
    @cached(
        size=1)
    @other
    async def add(self, x=(
1)):
        def inner(): return 1

        return inner  # def no

    x = 1
def free(): pass
if True:
    def guarded():
        s = '#'
`;
  assert.deepEqual(listed('python', text), ['Cart.add 5-12', 'inner 10-10', 'free 15-15', 'guarded 17-18']);
});

test("Go's own sources: the same functions as Go's own parser", t => {
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
    const declared = declarationsOf(tokenize(readFileSync(file, 'utf8'), 'go'), 'go');
    assert.deepEqual(
      declared.map(({ owner, name, line, endLine }) => `${owner}.${name} ${line} ${endLine}`),
      expected,
      file,
    );
    functions += expected.length;
  }
  assert.ok(functions > 10_000, `${functions} functions`);
  t.diagnostic(`${functions} functions in ${wanted.size} files agree`);
});

test('any text has declarations, and ends', () => {
  for (const language of ['go', 'cpp', 'rust', 'javascript', 'python'] as const) {
    for (const text of [
      '',
      '{',
      'func (',
      "'",
      '`${',
      '/*',
      'fn f(',
      'def f(',
      '#if\n#else',
      'a=>',
      '(:=>',
      ')]}',
    ]) {
      assert.ok(Array.isArray(declarationsOf(tokenize(text, language), language)), `${language}: ${text}`);
    }
  }
});
