import assert from 'node:assert/strict';
import test from 'node:test';
import { frameName } from '../../../src/core/code/frameName.ts';
import type { Language } from '../../../src/core/code/language.ts';

function read(language: Language, functionName: string): string | null {
  const frame = frameName(language, functionName);
  if (frame === null) return null;
  const { owner, name, literals } = frame;
  return `${owner === '' || owner === null ? '' : `${owner}.`}${name}${literals.map(n => `#${n}`).join('')}`;
}

const names: readonly (readonly [Language, string, string | null])[] = [
  ['go', 'main.(*dedupeCache).seen', 'dedupeCache.seen'],
  ['go', 'main.dedupeCache.seen', 'dedupeCache.seen'],
  ['go', 'net/http.HandlerFunc.ServeHTTP', 'HandlerFunc.ServeHTTP'],
  ['go', 'main.main', 'main'],
  ['go', 'gopkg.in/yaml%2ev2.unmarshal', 'unmarshal'],
  ['go', 'example.com/a.(*lru[...]).put', 'lru.put'],
  ['go', 'example.com/a.Map[go.shape.struct { example.com/b.T }].Put', 'Map.Put'],
  ['go', 'example.com/a.Sort[example.com/b.T]', 'Sort'],
  ['go', 'main.serve.func1', 'serve#1'],
  ['go', 'main.(*T).run.func2.1', 'T.run#2#1'],
  ['go', 'main.(*T).run.func1.gowrap2', 'T.run#1#0'],
  ['go', 'main.(*T).m-fm', 'T.m'],
  ['go', 'main.walk-range1', 'walk'],
  ['go', 'main.f·dwrap·3', 'f'],
  ['go', 'main.outer.helper.func2', 'outer.helper#2'],
  ['go', 'main.init.0.func1', 'init#0#1'],
  ['go', 'compress/flate.(*compressor).init', 'compressor.init'],
  ['go', 'main.init.1', 'init#1'],
  ['go', 'main.init', null],
  ['go', 'main.init.func1', null],
  ['go', 'golang.org/x/text.init.func2.1', null],
  ['go', 'main.glob..func1', null],
  ['go', 'main.größe', 'größe'],
  ['go', '', null],
  ['cpp', 'main', 'main'],
  ['cpp', 'shop::Cart::add(int, std::map<int, a::b>) const', 'Cart.add'],
  ['cpp', 'std::vector<shop::Item, std::allocator<shop::Item> >::push_back', 'vector.push_back'],
  ['cpp', 'void shop::(anonymous namespace)::helper<int>(int)', 'shop.helper'],
  ['cpp', 'shop::Cart::~Cart()', 'Cart.~Cart'],
  ['cpp', 'shop::Cart::operator==(shop::Cart const&) const', 'Cart.operator=='],
  ['cpp', 'shop::Cart::operator()(int)', 'Cart.operator()'],
  ['cpp', 'operator new(unsigned long)', 'operator new'],
  ['cpp', 'shop::Cart::add(int)::{lambda(int)#1}::operator()(int) const', 'Cart.add'],
  ['cpp', 'operators::run()', 'operators.run'],
  ['rust', 'store::cache::Cache<K>::put', 'Cache.put'],
  ['rust', 'store::cache::Cache::put::{{closure}}', 'Cache.put'],
  ['rust', '<store::cache::Cache<K> as store::Insert>::put', 'Cache.put'],
  ['rust', 'store::run::h0123456789abcdef', 'store.run'],
  ['javascript', 'put', 'put'],
  ['javascript', 'Cart.add', 'Cart.add'],
  ['javascript', 'exports.update', 'update'],
  ['javascript', 'get size', 'size'],
  ['javascript', '#grow', 'grow'],
  ['javascript', '(anonymous)', null],
  ['python', 'Cart.add', 'Cart.add'],
  ['python', 'make.<locals>.inner', 'inner'],
  ['python', '<module>', null],
  ['java', 'com.acme.Cache.put', 'Cache.put'],
  ['java', 'com/acme/Cache$Entry.put(int)', 'Entry.put'],
  ['java', 'com.acme.Cache$Inner.lambda$put$0', 'Inner.put'],
  ['java', 'com.acme.Cache.lambda$new$1', 'Cache.<init>'],
  ['java', 'java.util.Comparator.lambda$thenComparing$36697e65$1', 'Comparator.thenComparing'],
  ['java', 'com.acme.Cache.lambda$static$0', 'Cache.<clinit>'],
  ['java', 'com.acme.Cache.<init>', 'Cache.<init>'],
  ['java', 'com.acme.Cache$1.run', 'run'],
  ['java', 'com.acme.Cache$1Local.run', 'Local.run'],
  ['java', 'Größe.groß', 'Größe.groß'],
  ['java', 'main', 'main'],
  ['java', 'com.acme.Cache$$Lambda$12/0x0000.run', null],
  ['java', 'com.acme.Cache', 'acme.Cache'],
  ['java', '[no Java stack]', null],
];

for (const [language, functionName, expected] of names) {
  test(`${language} frame ${functionName}`, () => assert.equal(read(language, functionName), expected));
}
