import assert from 'node:assert/strict';
import test from 'node:test';
import { pathFrom } from '../../../src/host/line/pathFrom.ts';

const file = (path: string, scheme = 'file', authority = '') => ({ scheme, authority, path });

test('paths lead from a folder to its own files, those below and those beside', () => {
  const folder = file('/shop/store/');
  assert.equal(pathFrom(folder, file('/shop/store/cache.go')), 'cache.go');
  assert.equal(pathFrom(folder, file('/shop/store/disk/file.go')), 'disk/file.go');
  assert.equal(pathFrom(folder, file('/shop/store2/x.go')), '../store2/x.go');
  assert.equal(pathFrom(folder, file('/shop/store')), '../store');
  assert.equal(pathFrom(file('/'), file('/a.go')), 'a.go');
});

test('none leads to another machine', () => {
  assert.equal(pathFrom(file('/shop'), file('/shop/a.go', 'vscode-remote')), null);
  assert.equal(pathFrom(file('/shop'), file('/shop/a.go', 'file', 'server')), null);
});
