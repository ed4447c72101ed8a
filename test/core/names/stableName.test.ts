import assert from 'node:assert/strict';
import test from 'node:test';
import { respelt, stableName } from '../../../src/core/names/stableName.ts';

test('what a compiler adds is not in a stable name', () => {
  assert.equal(stableName('main.put[go.shape.int]'), stableName('main.put[...]'));
  assert.equal(stableName('cache::put::h463b2c6f0ba30854'), 'cache::put');
  assert.equal(stableName('main.(*cache).put.func1'), 'main.(*cache).put.func1');
});

test('names are joined with what the other profile alone has of the same stable name', () => {
  /** What each name is known as. */
  const known = (base: readonly string[], current: readonly string[]): Readonly<Record<string, string>> => {
    const names = ['', ...new Set([...base, ...current])];
    const standsIn = names.map(name => (base.includes(name) ? 1 : 0) | (current.includes(name) ? 2 : 0));
    const joined = respelt(names, standsIn);
    return Object.fromEntries([...joined].map(([id, stable]) => [names[id] ?? '', stable]));
  };
  const [int, text, short] = ['x[go.shape.int]', 'x[go.shape.string]', 'x[...]'];
  const [f1, f2, f3, f4] = [1, 2, 3, 4].map(n => `f::h000000000000000${n}`);
  assert.ok(f1 !== undefined && f2 !== undefined && f3 !== undefined && f4 !== undefined);
  assert.deepEqual(known([int, text], [int, text]), {}, 'alike');
  assert.deepEqual(known([int, text], []), {}, 'one profile alone');
  assert.deepEqual(known([int], [int, text]), {}, 'one more is new');
  assert.deepEqual(
    known([int, text], [int, 'x[go.shape.bool]']),
    {},
    'Go writes them alike: one went, one is new',
  );
  assert.deepEqual(known([short], [int, text]), { [short]: short, [int]: short, [text]: short });
  assert.deepEqual(known(['x[go.shape.int_0]'], [int]), { 'x[go.shape.int_0]': short, [int]: short });
  assert.deepEqual(known([f1], [f2]), { [f1]: 'f', [f2]: 'f' });
  assert.deepEqual(known([f1, f3], [f1, f3]), {});
  assert.deepEqual(known([f1, f3], [f1, f4]), { [f3]: 'f', [f4]: 'f' }, 'of another build');
  assert.deepEqual(known([f1, int], ['f', int, text]), { [f1]: 'f', f: 'f' }, 'a build hash, and Go alike');
});
