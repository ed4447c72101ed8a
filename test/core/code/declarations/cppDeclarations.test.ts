import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { outline } from '../parser.ts';
import { listed } from './listed.ts';

test('C and C++: classes, namespaces, initialisers, operators, preprocessor', async () => {
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
  if (a) { }
#else
  if (b) { }
#endif
  end();
}
int table[] = { 1, 2 };
extern "C" { void exported(void) { } }
}
int main() { return 0; }
Box::Box() : m_{1} {
}
`;
  assert.deepEqual(await listed('cpp', text), [
    'shop.helper 4-4',
    'Cart.Cart 8-8',
    'Cart.~Cart 9-9',
    'Cart.operator== 10-10',
    'Cart.trailing 12-12',
    'Cart.add 17-21',
    'shop.make 22-30',
    'shop.exported 32-32',
    'main 34-34',
    'Box.Box 35-36',
  ]);
});

test('C++: pointers given back, types in types, conversions, macros in front of names', async () => {
  const text = `namespace a::b::c { int g() { } }
template<> int *a::Box<int>::inner::put<3>(int (*f)(int)) { }
Box::operator bool() const { return true; }
struct Out { operator std::string() { } static void *operator new [](size_t n) { } };
class SHOP_EXPORT Cart final : public Base {
 public:
  void first() { }
  int second() { return 1; }
};
class SHOP_EXPORT Plain { void only() { } };
SHOP_BEGIN
namespace inner {
SHOP_HIDDEN int third(int a) SHOP_GUARDED(b) { return 1; }
}
Cart::Cart() try : x(1) { } catch (...) { }
int (*chosen(int x))(int) { }
std::enable_if<is_x<T>::value, int>::type when() { }
`;
  assert.deepEqual(await listed('cpp', text), [
    'c.g 1-1',
    'inner.put 2-2',
    'Box.operator bool 3-3',
    'Out.operator std::string 4-4',
    'Out.operator new[] 4-4',
    'Cart.first 7-7',
    'Cart.second 8-8',
    'Plain.only 10-10',
    'inner.third 13-13',
    'Cart.Cart 15-15',
    'chosen 16-16',
    'when 17-17',
  ]);
});

test('conditions of the preprocessor that each open the same bracket cost their own function alone', async () => {
  const text = `void before() { }
void split() {
#if ONE
  if (a) {
#else
  if (b) {
#endif
  }
}
void after() {
}
`;
  const found = await listed('cpp', text);
  assert.ok(found.includes('before 1-1') && found.includes('after 10-11'), found.join(', '));
});

test('half-typed code: the functions after it are found', async () => {
  for (const half of [
    'int x = ',
    'if (x',
    'foo(',
    'foo->',
    'std::',
    'return (a +',
    'for (int i',
    'auto s = "',
  ]) {
    const text = `void before() {}\nvoid half() {\n  ${half}\n}\nvoid C::after() {\n  x();\n}\n`;
    const found = await listed('cpp', text);
    assert.ok(found.includes('before 1-1'), `${half}: ${found.join(', ')}`);
    assert.ok(found.includes('C.after 5-7'), `${half}: ${found.join(', ')}`);
  }
});

test("the functions of Node's headers that ctags finds", async t => {
  const folder = path.join(path.dirname(process.execPath), '../include/node');
  const files = ['/usr/include/node', folder].flatMap(each =>
    globSync('{*,cppgc/**/*,libplatform/*,uv/*}.h', { cwd: each }).map(file => path.join(each, file)),
  );
  let tags: string[];
  try {
    const output = ['--language-force=C++', '--kinds-C++=f', '--fields=+n', '-f', '-', '--excmd=number'];
    tags = execFileSync('ctags', ['-L', '-', '--sort=no', ...output], {
      encoding: 'utf8',
      input: files.join('\n'),
    })
      .split('\n')
      .flatMap(each => /^([^!\t]*)\t([^\t]*)\t(\d+)/.exec(each)?.slice(1).join(' ') ?? []);
  } catch (error) {
    t.skip(`ctags is missing: ${error}`);
    return;
  }
  if (tags.length < 100) {
    t.skip('no headers of Node here');
    return;
  }
  const found = new Set<string>();
  for (const file of new Set(files)) {
    const { declarations } = await outline('cpp', readFileSync(file, 'utf8'));
    for (const { name, line } of declarations) found.add(`${name} ${file} ${line}`);
  }
  const missed = tags.filter(tag => !found.has(tag.replace(/^operator (?=\W)/, 'operator')));
  t.diagnostic(
    `${tags.length - missed.length} of ${tags.length} found; missed: ${missed.slice(0, 3).join('; ')}`,
  );
  // Macros in the middle of a declaration hide a few.
  assert.ok(missed.length < tags.length / 10);
});
