import assert from 'node:assert/strict';
import test from 'node:test';
import { absolutePath, fileWithin, type SourceRoot } from '../../../src/core/source/sourceRoot.ts';

function root(path: string): SourceRoot {
  return { kind: 'workspace', uri: path, path };
}

test('a path belongs to the deepest root that holds it', () => {
  const roots = [root('/w'), root('/w/inner/'), root('/other')];
  assert.deepEqual(fileWithin(roots, '/w/inner/a/b.go'), { root: roots[1], path: 'a/b.go' });
  assert.deepEqual(fileWithin(roots, '/w/innermost/b.go'), { root: roots[0], path: 'innermost/b.go' });
  assert.equal(fileWithin(roots, '/etc/passwd'), null);
  assert.equal(fileWithin(roots, '/w/../etc/passwd'), null);
  assert.equal(fileWithin(roots, '/w'), null);
});

test('drives compare without case, other paths with it', () => {
  assert.equal(fileWithin([root('/C:/Work')], '/c:/work/a.go')?.path, 'a.go');
  assert.equal(fileWithin([root('/Work')], '/work/a.go'), null);
});

test('there and back', () => {
  const file = fileWithin([root('/')], '/a/b.go');
  assert.ok(file !== null);
  assert.equal(absolutePath(file), '/a/b.go');
});
