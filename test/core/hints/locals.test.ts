import assert from 'node:assert/strict';
import test from 'node:test';
import { heedNothing } from '../../../src/core/heed.ts';
import { factsOf } from '../../../src/core/hints/facts.ts';
import { around, localOf } from '../../../src/core/hints/locals.ts';
import { parsed } from '../code/parser.ts';

test('a name is the innermost around, and another in its own first value', async () => {
  const text = `package p
func f(m int) {
	m := g(m)
	if m := h(m); m > 0 {
		use(m)
	}
	use(m)
}
func k() { use(m) }
`;
  const source = await parsed(text, 'go');
  const facts = factsOf(source, heedNothing);
  const at: number[] = [...text.matchAll(/\bm\b/g)].map(({ index }) => index);
  const declared = at.map(each => localOf(facts, 'm', each)?.node.startIndex);
  const [first, second, , third] = at;
  assert.deepEqual(declared, [first, second, first, third, second, third, third, second, undefined]);
  source.dispose();
});

test('the type of a name, from its declaration or a first value that tells it', async () => {
  const text = `package p
func f(a *cache) {
	b, err := newCache()
	c := &cache{}
	d := a.find()
	var e cache
}
`;
  const source = await parsed(text, 'go');
  const facts = factsOf(source, heedNothing);
  const types = ['a', 'b', 'c', 'd', 'e'].map(name => localOf(facts, name, text.lastIndexOf('}'))?.type);
  assert.deepEqual(types, ['*cache', 'newCache(', '&cache', '', 'cache']);
  source.dispose();
});

test('the smallest span around a position', () => {
  const spans = [
    { start: 0, end: 9 },
    { start: 2, end: 5 },
  ];
  assert.deepEqual(
    [1, 2, 4, 5, 9].map(at => around(spans, at)?.start),
    [0, 2, 2, 0, undefined],
  );
});
