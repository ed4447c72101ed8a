import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageOfFrame } from '../../../webview/flame/packageOfFrame.ts';

test('what shares a colour', () => {
  assert.equal(packageOfFrame('go.etcd.io/etcd/mvcc.(*store).Range', 'x/store.go'), 'go.etcd.io/etcd/mvcc');
  assert.equal(packageOfFrame('main.Map[go.shape.string,a/b.T].Get', 'map.go'), 'main');
  assert.equal(packageOfFrame('runtime.mallocgc', ''), 'runtime');
  assert.equal(packageOfFrame('std::vector<int>::push_back', 'vector.h'), 'std');
  assert.equal(packageOfFrame('(anonymous)', '/usr/app/index.js'), '/usr/app/index.js');
  assert.equal(packageOfFrame('malloc', ''), 'malloc');
});
