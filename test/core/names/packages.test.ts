import assert from 'node:assert/strict';
import test from 'node:test';
import { packageOf } from '../../../src/core/names/packages.ts';

const functions: readonly [name: string, file: string, expected: string][] = [
  ['main.(*dedupeCache).seen', '/src/dedupe.go', 'main'],
  ['go.etcd.io/etcd/api/v3/mvccpb.(*KeyValue).Unmarshal', 'kv.pb.go', 'go.etcd.io/etcd/api/v3/mvccpb'],
  ['gopkg.in/yaml%2ev3.unmarshal', 'yaml.go', 'gopkg.in/yaml.v3'],
  ['a.io/x/pkg.F[b.io/y/other.T]', 'f.go', 'a.io/x/pkg'],
  ['runtime.mallocgc', '', 'runtime'],
  ['memeqbody', 'asm_amd64.s', '[app]'],
  ['std::vector<int, std::allocator<int> >::push_back(int const&)', 'vector.h', 'std'],
  ['void tcmalloc::Free<false>(void*)', 'tc.cc', 'tcmalloc'],
  ['<alloc::vec::Vec<T> as core::clone::Clone>::clone', 'mod.rs', 'alloc'],
  ['malloc', 'malloc.c', '[app]'],
  ['com.acme.store.Cache.put', 'Cache.java', 'com.acme.store'],
  ['Main.main', 'Main.java', '(default package)'],
  ['com/acme/store/Cache$Entry.put', 'Cache.java', 'com.acme.store'],
  ['com/acme/store/Cache.put', 'com/acme/store/Cache', 'com.acme.store'],
  ['com.acme.store.CacheKt.put', 'Cache.kt', 'com.acme.store'],
  ['parse', 'file:///app/node_modules/@babel/parser/lib/index.js', '@babel/parser'],
  ['get', '/app/node_modules/a/node_modules/lodash/get.js', 'lodash'],
  ['readFileSync', 'node:fs', 'node'],
  ['join', 'v8:builtins', 'v8'],
  ['handle', '/app/src/server.ts', '/app/src'],
];

for (const [name, file, expected] of functions) {
  test(`${name} in ${file || 'no file'} belongs to ${expected}`, () => {
    assert.equal(packageOf(name, file, '[app]'), expected);
  });
}

test('what has no module either is a package of its own, or its folder', () => {
  assert.equal(packageOf('start', '', ''), 'start');
  assert.equal(packageOf('start', 'src/crt/start.c', ''), 'src/crt');
});
