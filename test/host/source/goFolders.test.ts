import assert from 'node:assert/strict';
import test from 'node:test';
import { goRootCandidates, moduleCacheCandidates } from '../../../src/host/source/goFolders.ts';

test('GOROOT: what is set, then the environment, then next to `go` on the PATH, then the usual folders', () => {
  const env = { GOROOT: '/env/go', PATH: '/usr/bin:/opt/go1.22/bin:relative/bin', HOME: '/home/me' };
  const found = goRootCandidates(['/set/go', ''], env);
  assert.deepEqual(found.slice(0, 5), ['/set/go', '/env/go', '/usr', '/opt/go1.22', '/usr/local/go']);
  assert.ok(found.includes('/home/me/sdk/go'));
  assert.ok(found.every(path => path.startsWith('/')));
  assert.equal(new Set(found).size, found.length);
});

test('the module cache: what is set, the environment, each GOPATH, then the one below home', () => {
  const env = { GOMODCACHE: '/cache', GOPATH: '/one/:/two', HOME: '/home/me' };
  assert.deepEqual(moduleCacheCandidates(['/set'], env), [
    '/set',
    '/cache',
    '/one/pkg/mod',
    '/two/pkg/mod',
    '/home/me/go/pkg/mod',
  ]);
  assert.deepEqual(moduleCacheCandidates([''], {}), []);
});

test('Windows has its own separators and lines', () => {
  const env = { OS: 'Windows_NT', GOPATH: 'D:\\go;E:\\more', USERPROFILE: 'C:\\Users\\me' };
  assert.deepEqual(moduleCacheCandidates([], env), [
    'D:\\go\\pkg\\mod',
    'E:\\more\\pkg\\mod',
    'C:\\Users\\me\\go\\pkg\\mod',
  ]);
  const roots = goRootCandidates([], { ...env, Path: 'C:\\tools\\go\\bin;C:\\Windows' });
  assert.equal(roots[0], 'C:\\tools\\go');
  assert.ok(roots.includes('C:\\Program Files\\Go'));
  assert.ok(!roots.includes('/usr/local/go'));
});
