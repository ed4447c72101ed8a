import assert from 'node:assert/strict';
import test from 'node:test';
import { type SourceSymbol, symbolDeclarations } from '../../../src/core/code/symbolDeclarations.ts';

function symbol(
  name: string,
  lines: readonly [number, number, number],
  isFunction = true,
  ...children: SourceSymbol[]
): SourceSymbol {
  const [startLine, nameLine, endLine] = lines;
  return { name, isFunction, startLine, nameLine, endLine, children };
}

test('gopls names a method with its receiver', () => {
  const symbols = [
    symbol('(*lru[K, V]).put', [9, 10, 12]),
    symbol('main', [3, 3, 5]),
    symbol('lru', [1, 1, 2], false),
  ];
  assert.deepEqual(symbolDeclarations(symbols, 'go'), [
    { name: 'main', owner: '', line: 3, endLine: 5, literals: [] },
    { name: 'put', owner: 'lru', line: 10, endLine: 12, literals: [] },
  ]);
});

test('members belong to what holds them', () => {
  const rust = symbol('impl<K> Insert<K> for Cache<K>', [1, 1, 9], false, symbol('put', [2, 3, 4]));
  assert.deepEqual(symbolDeclarations([rust], 'rust'), [
    { name: 'put', owner: 'Cache', line: 3, endLine: 4, literals: [] },
  ]);
  const cpp = symbol('shop', [1, 1, 9], false, symbol('Cart::add(int)', [2, 3, 4]));
  assert.deepEqual(symbolDeclarations([cpp], 'cpp'), [
    { name: 'add', owner: 'Cart', line: 3, endLine: 4, literals: [] },
  ]);
  const js = symbol('Cart', [1, 1, 9], false, symbol('#grow', [2, 2, 4], true, symbol('inner', [3, 3, 3])));
  assert.deepEqual(symbolDeclarations([js], 'javascript'), [
    { name: 'grow', owner: 'Cart', line: 2, endLine: 4, literals: [] },
    { name: 'inner', owner: '', line: 3, endLine: 3, literals: [] },
  ]);
});

test('Python counts from the decorator', () => {
  assert.equal(symbolDeclarations([symbol('add', [4, 6, 9])], 'python')[0]?.line, 4);
});
