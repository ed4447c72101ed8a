import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutBuildParts } from '../../../src/core/names/buildParts.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';

const names: readonly (readonly [name: string, expected: string])[] = [
  ['alloc::raw_vec::finish_grow::h463b2c6f0ba30854', 'alloc::raw_vec::finish_grow'],
  [
    '<app::Cache as app::Store>::insert::h0123456789abcdef.llvm.1234567890123',
    '<app::Cache as app::Store>::insert',
  ],
  [
    'core[2f1c9ff1d4b0a3e6]::ptr::drop_in_place::<alloc[0a1b2c3d4e5f6071]::vec::Vec<u8>>',
    'core::ptr::drop_in_place::<alloc::vec::Vec<u8>>',
  ],
  ['foo(int) (.llvm.99)', 'foo(int)'],
  ['grow.isra.0', 'grow'],
  ['grow.part.0.cold', 'grow'],
  ['ns::grow(int).cold', 'ns::grow(int)'],
  ['_ZN2ns4growEi.cold', '_ZN2ns4growEi'],
  ['grow.constprop.0.isra.0', 'grow'],
  ['ns::grow(int) [clone .part.0] [clone .cold]', 'ns::grow(int)'],
  ['ns::grow(int) [clone .constprop.1.cold]', 'ns::grow(int)'],
  ['put.__uniq.123456789012345678901234567890.llvm.5', 'put'],
  ['App$$Lambda$233/0x0000000800d4c1f0.run', 'App$$Lambda.run'],
  ['com/acme/App$$Lambda/0x000000080013a400.accept', 'com/acme/App$$Lambda.accept'],
  ['com.acme.App$$Lambda$14.0x0000000800c03000.apply', 'com.acme.App$$Lambda.apply'],
  ['App$$Lambda$5/1208736537.run', 'App$$Lambda.run'],
  ['java/lang/invoke/LambdaForm$MH/0x000000080013a400.invoke', 'java/lang/invoke/LambdaForm$MH.invoke'],
  [
    'java.lang.invoke.LambdaForm$DMH/1208736537.invokeStatic_L_V',
    'java.lang.invoke.LambdaForm$DMH.invokeStatic_L_V',
  ],
  ['java.lang.invoke.LambdaForm$BMH012.reinvoke', 'java.lang.invoke.LambdaForm$BMH.reinvoke'],
  [
    'java/lang/Foo$$InjectedInvoker/0x0000000800d4c1f0.reflect_invoke',
    'java/lang/Foo$$InjectedInvoker.reflect_invoke',
  ],
  [
    'jdk/internal/reflect/GeneratedMethodAccessor233.invoke',
    'jdk/internal/reflect/GeneratedMethodAccessor.invoke',
  ],
  [
    'sun.reflect.GeneratedConstructorAccessor7.newInstance',
    'sun.reflect.GeneratedConstructorAccessor.newInstance',
  ],
  [
    'sun.reflect.GeneratedSerializationConstructorAccessor7.newInstance',
    'sun.reflect.GeneratedSerializationConstructorAccessor.newInstance',
  ],
  ['com.sun.proxy.$Proxy12.get', 'com.sun.proxy.$Proxy.get'],
  ['jdk/proxy2/$Proxy33.get', 'jdk/proxy/$Proxy.get'],
  ['a.Service$$EnhancerBySpringCGLIB$$3a1f09cc.put', 'a.Service$$EnhancerBySpringCGLIB.put'],
  ['a.User$HibernateProxy$xY12abCd.getId', 'a.User$HibernateProxy.getId'],
];

for (const [name, expected] of names) {
  test(`${name} is matched as ${expected}`, () => {
    assert.equal(withoutBuildParts(name), expected);
    assert.equal(withoutBuildParts(expected), expected);
  });
}

test('what comes from the source stays', () => {
  for (const name of [
    'main.(*Cache).Put.func1',
    'main.main',
    'app::hash::hello',
    'app::h463b2c6f',
    'app::{closure#0}',
    'com.acme.Outer$1.run',
    'com.acme.Main$$anonfun$1.apply',
    'com.acme.LambdaForm.run',
    'com.acme.MethodAccessor2.invoke',
    'com.acme.$Proxying.get',
    'std::vector<int>::operator[]',
    'main.F[go.shape.int]',
    'gopkg.in/yaml%2ev3.unmarshal',
    'module.cold.storage',
    'storage.cold',
    'storage.part',
    'com.acme.Store.cold',
    '.cold',
    '[libjvm.so] 0x0000000800d4c1f0',
    'install (.cold storage)',
    '',
  ]) {
    assert.equal(withoutBuildParts(name), name);
  }
});

test('a long name takes time linear in its length', () => {
  for (const part of [
    '.isra.0',
    '::h463b2c6f0ba30854',
    '$$Lambda$1',
    ' [clone .cold]',
    '$Proxy1/0x',
    '[0123456789abcdef]::',
  ]) {
    const time = (times: number): number => {
      const begun = cpuTime();
      withoutBuildParts(`f${part.repeat(times)}`);
      withoutBuildParts(`f${part.repeat(times)}!`);
      return cpuTime() - begun;
    };
    time(1000);
    assert.ok(time(8000) < 40 * Math.max(5, time(1000)), part);
  }
});
