import assert from 'node:assert/strict';
import test from 'node:test';
import type { SourceRoot } from '../../../src/core/source/sourceRoot.ts';
import { isOwn } from '../../../src/host/source/isOwn.ts';

function file(path: string, kind: SourceRoot['kind'] = 'workspace') {
  return { root: { kind, uri: 'file:///w', path: '/w' }, path };
}

test('source of the workspace and of located roots is own, libraries are not', () => {
  assert.ok(isOwn(file('store/cache.go')));
  assert.ok(isOwn(file('home/me/dedupe/cache.go', 'outside')));
  assert.ok(isOwn(file('vendoring/a.go')));
  assert.ok(!isOwn(file('vendor/github.com/x/y/a.go')));
  assert.ok(!isOwn(file('web/node_modules/lru/index.js')));
  assert.ok(!isOwn(file('src/bytes/buffer.go', 'goroot')));
  assert.ok(!isOwn(file('github.com/x/y@v1.0.0/a.go', 'moduleCache')));
});
