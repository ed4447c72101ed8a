import assert from 'node:assert/strict';
import test from 'node:test';
import { mayBeByName, tellsPrograms } from '../../../src/core/source/byName.ts';
import { parseProfilePath } from '../../../src/core/source/profilePath.ts';

const paths: readonly (readonly [path: string, functionName: string, mayBe: boolean])[] = [
  ['/app/cache.go', 'main.(*dedupeCache).seen', true],
  ['cache.go', 'main.(*dedupeCache).seen', true],
  ['/app/store/cache.go', 'example.com/dedupe/store.Put', false],
  ['/usr/local/go/src/sort/sort.go', 'sort.Stable', false],
  ['/go/pkg/mod/github.com/acme/lib@v1.0.0/lib.go', 'github.com/acme/lib.Do', false],
  ['/app/cache.go', '', false],
  ['/usr/src/app/server.js', 'remember', true],
  ['file:///app/server.js', 'remember', true],
  ['/app/node_modules/redis/cache.js', 'put', false],
  ['/usr/lib/python3.12/queue.py', 'Queue.put', false],
  ['/usr/local/lib/python3.12/queue.py', 'Queue.put', false],
  ['/app/worker.py', 'Worker.run', true],
  ['/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/gimli-0.34.0/src/read.rs', 'insert', false],
];
for (const [file, functionName, mayBe] of paths) {
  test(`${file} of ${functionName} ${mayBe ? 'may be a file' : 'is no file'} of that name`, () => {
    const path = parseProfilePath(file);
    assert.ok(typeof path !== 'string');
    assert.equal(mayBeByName(path, functionName), mayBe);
  });
}

test('functions that every program has tell none from another', () => {
  for (const name of ['main.main', 'main.main.func1', 'main.init.0', 'main.run.func2.1', 'run', 'Handler'])
    assert.equal(tellsPrograms(name), false, name);
  for (const name of [
    'main.(*server).run',
    'main.askSupplier',
    'main.askSupplier.func1',
    'Worker.run',
    'mainLoop',
  ])
    assert.equal(tellsPrograms(name), true, name);
});
