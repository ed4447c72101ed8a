import assert from 'node:assert/strict';
import test from 'node:test';
import { isOwn, ownAmong, ownFiles } from '../../../src/core/source/isOwn.ts';
import type { SourceRoot } from '../../../src/core/source/sourceRoot.ts';

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

test('what was not found is own where it stood beside what is', () => {
  const files = ownFiles([
    { file: '/build/app/ingest.go', own: true },
    { file: '/build/app/cache.go', own: null },
    { file: '/build/app/vendored.go', own: false },
    { file: '/go/pkg/mod/lib@v1.2.0/lib.go', own: null },
    { file: 'C:\\build\\main.cc', own: true },
    { file: 'C:\\build\\cache.cc', own: null },
    { file: 'bare.go', own: true },
    { file: 'other.go', own: null },
  ]);
  assert.deepEqual(files, [
    '/build/app/ingest.go',
    '/build/app/cache.go',
    'C:\\build\\main.cc',
    'C:\\build\\cache.cc',
    'bare.go',
  ]);
});

test('a file that was found decides for itself, one that fits several places for nothing', () => {
  const sources = ['/app/a.go', '/app/b.go', '/lib/c.go', '/other/d.go'].map(path => ({ file: path }));
  const found = (path: string, kind?: SourceRoot['kind']) =>
    ({ kind: 'found', file: file(path, kind), by: 'suffix' }) as const;
  const none = { kind: 'none', tried: [], searched: '', sameName: [] } as const;
  const all = [found('a.go'), none, found('c.go', 'goroot'), none];
  assert.deepEqual(ownAmong(sources, all), ['/app/a.go', '/app/b.go']);
});
