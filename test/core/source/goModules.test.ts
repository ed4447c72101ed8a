import assert from 'node:assert/strict';
import test from 'node:test';
import { pathsOf, resolveFolder, resolveGoModules } from '../../../src/core/source/goModules.ts';

test('nested modules, replacements and required versions', () => {
  const modules = resolveGoModules([
    { path: '/w/go.work', text: 'use ./a\nreplace x.org/z => ./z\n' },
    {
      path: '/w/a/go.mod',
      text: 'module x.org/a/v2\nrequire x.org/y v1.0.0\nrequire x.org/fork v1.0.0\nreplace x.org/y => ../y\nreplace x.org/fork => y.org/fork v1.0.1\n',
    },
    { path: '/copy/a/go.mod', text: 'module x.org/a/v2\n' },
  ]);
  assert.deepEqual(Object.fromEntries(modules.folders), {
    'x.org/z': ['/w/z'],
    'x.org/a/v2': ['/w/a', '/copy/a'],
    'x.org/y': ['/w/y'],
  });
  assert.deepEqual(modules.versions.get('x.org/fork'), { path: 'y.org/fork', version: 'v1.0.1' });
  assert.deepEqual(modules.roots, ['/w', '/w/a', '/copy/a']);
});

test('folders of a go.mod, relative and absolute, in either slash', () => {
  assert.equal(resolveFolder('/w/a', '../y'), '/w/y');
  assert.equal(resolveFolder('/w/a', '..\\y'), '/w/y');
  assert.equal(resolveFolder('/w/a', '/opt/y/'), '/opt/y');
  assert.equal(resolveFolder('/c:/w/a', 'D:\\src\\y'), '/D:/src/y');
  assert.equal(resolveFolder('/w', '../../../..'), '/');
});

test('a file goes by its absolute path and by its modules', () => {
  const modules = resolveGoModules([{ path: '/w/a/go.mod', text: 'module x.org/a/v2\n' }]);
  assert.deepEqual(pathsOf('/w/a/b/c.go', modules), ['/w/a/b/c.go', 'x.org/a/b/c.go']);
  assert.deepEqual(pathsOf('/w/ab/c.go', modules), ['/w/ab/c.go']);
});
