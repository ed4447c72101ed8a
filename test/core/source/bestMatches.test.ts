import assert from 'node:assert/strict';
import test from 'node:test';
import { bestMatches } from '../../../src/core/source/bestMatches.ts';
import { parseProfilePath } from '../../../src/core/source/profilePath.ts';

function best(path: string, existing: readonly string[], functionName = ''): readonly string[] {
  const parsed = parseProfilePath(path);
  assert.ok(typeof parsed !== 'string');
  return bestMatches(
    parsed,
    functionName,
    existing.map(file => [file]),
  ).best.map(i => existing[i] ?? '');
}

test('the longest common end wins', () => {
  const existing = ['/w/cmd/main.go', '/w/x/services/a/cmd/main.go', '/w/services/b/cmd/main.go'];
  assert.deepEqual(best('/build/services/a/cmd/main.go', existing), ['/w/x/services/a/cmd/main.go']);
  assert.deepEqual(best('/build/services/c/cmd/main.go', existing), existing);
});

test('a common name is not a match, a bare name is one to ask about', () => {
  assert.deepEqual(best('/app/main.go', ['/w/cmd/main.go']), []);
  const path = parseProfilePath('main.go');
  assert.ok(typeof path !== 'string');
  assert.deepEqual(bestMatches(path, '', [['/w/cmd/main.go']]), { best: [0], bareName: true });
});

test('case decides only between equals', () => {
  assert.deepEqual(best('c:\\W\\Cmd\\Main.cs', ['/x/cmd/main.cs', '/y/Cmd/Main.cs']), ['/y/Cmd/Main.cs']);
  assert.deepEqual(best('c:\\W\\CMD\\main.cs', ['/x/cmd/main.cs']), ['/x/cmd/main.cs']);
});

test('a file of a dependency needs the dependency in its path', () => {
  const own = '/w/src/lib.rs';
  assert.deepEqual(best('/root/.cargo/registry/src/index-1/serde-1.0/src/lib.rs', [own]), []);
  assert.deepEqual(
    best('/root/.cargo/registry/src/index-1/serde-1.0/src/lib.rs', [own, '/w/v/serde-1.0/src/lib.rs']),
    ['/w/v/serde-1.0/src/lib.rs'],
  );
  assert.deepEqual(best('/root/.cargo/git/checkouts/serde-1f/0a1b2c/src/lib.rs', [own]), []);
  assert.deepEqual(best('/app/node_modules/a/src/lib.js', ['/w/src/lib.js']), []);
  assert.deepEqual(best('/app/node_modules/a/src/lib.js', ['/w/packages/p/node_modules/a/src/lib.js']), [
    '/w/packages/p/node_modules/a/src/lib.js',
  ]);
  assert.deepEqual(best('/usr/lib/python3/dist-packages/six/core.py', ['/w/six/core.py']), []);
  assert.deepEqual(best('x.org/dep@v1.0.0/store/a.go', ['/w/store/a.go']), []);
  assert.deepEqual(best('sort/sort.go', ['/w/sort/sort.go'], 'sort.Stable'), []);
  assert.deepEqual(best('/somewhere/src/sort/sort.go', ['/w/sort/sort.go'], 'sort.Stable'), []);
});

test('a module may be checked out under any name', () => {
  const path = parseProfilePath('/build/src/dedupe/cache.go');
  assert.ok(typeof path !== 'string');
  const files = [['/w/tmp7/cache.go', 'example.com/dedupe/cache.go'], ['/w/other/cache.go']];
  assert.deepEqual(bestMatches(path, 'main.f', files).best, [0]);
});
