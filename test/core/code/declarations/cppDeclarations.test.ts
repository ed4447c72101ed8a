import assert from 'node:assert/strict';
import test from 'node:test';
import { listed } from './listed.ts';

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
Box::Box() : m_{1} {
}
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
    'Box.Box 35-36',
  ]);
});
