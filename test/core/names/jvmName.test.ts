import assert from 'node:assert/strict';
import test from 'node:test';
import {
  isJvmFile,
  isJvmLibrary,
  isJvmType,
  jvmClassPath,
  jvmName,
} from '../../../src/core/names/jvmName.ts';

const names: readonly (readonly [name: string, classPath: string])[] = [
  ['org/xerial/snappy/SnappyInputStream.hasNextChunk', 'org/xerial/snappy/SnappyInputStream'],
  ['java/nio/HeapByteBuffer.<init>', 'java/nio/HeapByteBuffer'],
  ['com.acme.Cache.put(int, java.lang.String)', 'com/acme/Cache'],
  ['com.acme.Cache$Entry.put', 'com/acme/Cache'],
  ['com/acme/Cache', 'com/acme/Cache'],
  ['kafka/log/Log$.apply', 'kafka/log/Log'],
  ['App$$Lambda$233/0x0000000800d4c1f0.run', 'App'],
  ['jdk/internal/reflect/GeneratedMethodAccessor233.invoke', 'jdk/internal/reflect/GeneratedMethodAccessor'],
  ['Main.main', 'Main'],
  ['com.größe.Übung.los', 'com/größe/Übung'],
  ['github.com/acme/Cache.Put', ''],
  ['net/http.(*conn).serve', ''],
  ['net/http.HandlerFunc.ServeHTTP', ''],
  ['start_thread', ''],
  ['std::vector<int>::push_back', ''],
  ['../../etc/Passwd', ''],
  ['', ''],
];

for (const [name, classPath] of names) {
  test(`${name || 'nothing'} is of the class ${classPath || 'none'}`, () => {
    assert.equal(jvmClassPath(name), classPath);
  });
}

test('packages and class stand apart', () => {
  assert.deepEqual(jvmName('com/acme/Cache$Entry.put'), { packages: ['com', 'acme'], topClass: 'Cache' });
  assert.equal(jvmName(`com/${'a'.repeat(5000)}/A.b`), undefined);
});

test('files and the library are told by name', () => {
  assert.ok(isJvmFile('Cache.java') && isJvmFile('a/Cache.kt') && !isJvmFile('cache.go'));
  assert.ok(
    isJvmLibrary('java/lang/Thread.run') && isJvmLibrary('kotlin.collections.List') && !isJvmLibrary('javac'),
  );
});

test('a type stands alone, without a method', () => {
  const types = [
    ['byte[]', ''],
    ['java.lang.String[]', ''],
    ['int[][]', ''],
    ['java.util.HashMap$Node[]', ''],
    ['java.util.HashMap$Node', 'java/util/HashMap'],
    ['com.acme.Order', 'com/acme/Order'],
    ['Order', 'Order'],
  ] as const;
  for (const [name, file] of types) assert.equal(isJvmType(name, file), true, name);
  const others = [
    ['com/acme/Order.parse', 'com/acme/Order'],
    ['com.acme.Order.parse', 'com/acme/Order'],
    ['com.acme.Order.Copy', 'com/acme/Order'],
    ['com/acme/Order.<init>', 'com/acme/Order'],
    // Of a program that is none of Java, or names its files.
    ['Order', ''],
    ['main.Order', '/srv/main.go'],
    ['com.acme.Order', 'Order.java'],
    ['operator new[]', ''],
    ['Hash#[]', ''],
    ['Hash.[]', ''],
    ['[]', ''],
    ['', ''],
  ] as const;
  for (const [name, file] of others) assert.equal(isJvmType(name, file), false, name);
});
