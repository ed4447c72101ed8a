import assert from 'node:assert/strict';
import test from 'node:test';
import { sourcesOf } from '../../../src/core/answers/sources.ts';
import { heap, lookAt } from './lookAt.ts';

test('files come by what changed at or below them, with one of their functions', () => {
  const base = heap(
    'main@m.go:1;put@cache.go:2 10',
    'main@m.go:1;log@log.go:3 50',
    'main@m.go:1;idle@i.go:4 7',
  );
  const current = heap(
    'main@m.go:1;put@cache.go:2 90',
    'main@m.go:1;log@log.go:3 20',
    'main@m.go:1;idle@i.go:4 7',
  );
  assert.deepEqual(sourcesOf(lookAt([base, current]), 10), [
    { name: 'main', file: 'm.go', line: 0, startLine: 0 },
    { name: 'put', file: 'cache.go', line: 0, startLine: 0 },
    { name: 'log', file: 'log.go', line: 0, startLine: 0 },
  ]);
  assert.equal(sourcesOf(lookAt([base, current]), 2).length, 2);
});

test('a stack counts once for a file, even in recursion', () => {
  const base = heap('main@m.go:1 1');
  const current = heap('a@a.go:1;b@b.go:1;a@a.go:2 10', 'c@c.go:1 15', 'main@m.go:1 1');
  const files = sourcesOf(lookAt([base, current]), 10).map(({ file }) => file);
  assert.deepEqual(files, ['c.go', 'a.go', 'b.go']);
});

test('frames without a file are left out', () => {
  assert.deepEqual(sourcesOf(lookAt([heap('bare 1'), heap('bare 9')]), 10), []);
});
