import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutTypeArguments } from '../../../src/core/names/goName.ts';

const names: readonly [name: string, expected: string][] = [
  ['main.F[go.shape.int_0]', 'main.F[...]'],
  ['main.F[go.shape.map[string]int]', 'main.F[...]'],
  ['main.F[...]', 'main.F[...]'],
  ['main.(*T[go.shape.string,go.shape.[]uint8]).m.func1', 'main.(*T[...]).m.func1'],
  ['a.F[go.shape.int].G[go.shape.string]', 'a.F[...].G[...]'],
  ['main.F[int]', 'main.F[int]'],
  ['main.F[go.shape.int', 'main.F[go.shape.int'],
  ['std::vector<int>::operator[]', 'std::vector<int>::operator[]'],
  ['main.main', 'main.main'],
];

for (const [name, expected] of names) {
  test(`${name} is matched as ${expected}`, () => {
    assert.equal(withoutTypeArguments(name), expected);
  });
}
