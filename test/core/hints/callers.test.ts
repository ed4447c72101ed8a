import assert from 'node:assert/strict';
import test from 'node:test';
import { hintAt } from './hintAt.ts';

const go = `package shop
type cache struct {
	mu      sync.Mutex
	entries map[string]*entry
}
func newEntry(id string) *entry {
	return &entry{id: id} // allocates
}
func (c *cache) get(id string) *entry {
	c.entries[id] = newEntry(id) // keeps
	return c.entries[id]
}
`;
const lineOf = (text: string, mark: string): number =>
  text.split('\n').findIndex(each => each.includes(mark)) + 1;
const caller = { name: 'shop.(*cache).get', file: 'a.go', line: lineOf(go, '// keeps') };

test('a function that allocates for one that keeps what it is given', async () => {
  const hint = await hintAt(go, '// allocates', { callers: [caller] });
  assert.match(
    hint?.text ?? '',
    /^`c\.entries` gains keys in `\(\*cache\)\.get`, which gets what is allocated here: it is added to at one place/,
  );
  assert.deepEqual(hint?.lines, [{ file: 'a.go', line: caller.line }]);
  assert.equal(await hintAt(go, '// allocates'), null);
});

test('silent where the caller is another function now, removes, or only passes on', async () => {
  assert.equal(await hintAt(go, '// allocates', { callers: [{ ...caller, name: 'shop.other' }] }), null);
  const removes = `${go}func (c *cache) drop(id string) { delete(c.entries, id) }\n`;
  assert.equal(await hintAt(removes, '// allocates', { callers: [caller] }), null);
  const passes = go.replace('c.entries[id] = newEntry(id)', 'return newEntry(id)');
  assert.equal(await hintAt(passes, '// allocates', { callers: [caller] }), null);
});

test('the nearest caller that keeps, over functions that only return', async () => {
  const text = `class PriceCache:
    def __init__(self):
        self.prices = {}

    def price(self, article):
        self.prices[article] = amounts(article)  # keeps


def amounts(article):
    return [article + i for i in range(200)]  # allocates
`;
  const callers = [
    { name: 'amounts', file: 'a.py', line: lineOf(text, '# allocates') },
    { name: 'PriceCache.price', file: 'a.py', line: lineOf(text, '# keeps') },
  ];
  const hint = await hintAt(text, '# allocates', { file: 'a.py', callers, retained: 0.9 });
  assert.match(
    hint?.text ?? '',
    /^`self\.prices` gains keys in `PriceCache\.price`, which gets what is allocated here/,
  );
});
