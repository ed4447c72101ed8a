import assert from 'node:assert/strict';
import test from 'node:test';
import { inPackage, jvmSource } from '../../../src/core/source/jvmSource.ts';
import { parseProfilePath } from '../../../src/core/source/profilePath.ts';

function source(file: string, functionName: string) {
  const path = parseProfilePath(file);
  return typeof path === 'string' ? null : jvmSource(path, functionName);
}

test('a class may stand in a file of four languages, top-level functions of Kotlin in one without Kt', () => {
  assert.deepEqual(source('com/acme/Cache', 'com/acme/Cache$Entry.put'), {
    packages: ['com', 'acme'],
    fileNames: ['Cache.java', 'Cache.kt', 'Cache.scala', 'Cache.groovy'],
  });
  assert.equal(source('com/acme/CacheKt', 'com/acme/CacheKt.put')?.fileNames[0], 'Cache.kt');
});

test('a bare name keeps its name, and gains its package', () => {
  assert.deepEqual(source('Cache.java', 'com.acme.Cache.put'), {
    packages: ['com', 'acme'],
    fileNames: ['Cache.java'],
  });
  for (const [file, name] of [
    ['Cache.java', 'Cache.put'],
    ['src/com/acme/Cache.java', 'com.acme.Cache.put'],
    ['/com/acme/Cache', 'com/acme/Cache.put'],
    ['cache.go', 'main.Cache.Put'],
    ['com/acme/Cache', 'com/acme/Store.put'],
  ] as const) {
    assert.equal(source(file, name), null, file);
  }
});

test('a package is whole folders at the end', () => {
  const paths = ['/x/com/acme/A.java', '/x/notcom/acme/A.java', '/x/com/acme/b/A.java', '/com/acme/A.java'];
  assert.deepEqual(inPackage(['com', 'acme'], paths), [0, 3]);
  assert.deepEqual(inPackage([], paths), [0, 1, 2, 3]);
});
