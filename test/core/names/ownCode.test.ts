import assert from 'node:assert/strict';
import test from 'node:test';
import { ownCode } from '../../../src/core/names/ownCode.ts';

/** Which of the functions `name file` are own. */
function own(...texts: string[]): string[] {
  const functions = texts.map(text => {
    const at = text.lastIndexOf(' ');
    return { name: text.slice(0, at), file: text.slice(at + 1) };
  });
  const isOwn = ownCode(functions, '');
  return functions.filter(({ name, file }) => isOwn(name, file)).map(({ name }) => name);
}

const cases: readonly [title: string, functions: string[], expected: string[]][] = [
  [
    'Rust: neither the toolchain nor the registry',
    [
      'app::main /home/u/app/src/main.rs',
      'core::ops::call /rustc/07dca489ac2d/library/core/src/ops.rs',
      'serde::de /root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/serde-1.0/src/de.rs',
      'other::f crates/other/src/lib.rs',
    ],
    ['app::main', 'other::f'],
  ],
  [
    'what images of languages say: the program below /usr/src, not what the system has there',
    [
      'app::main /usr/src/myapp/src/main.rs',
      'set /usr/src/app/cache.js',
      'put /usr/src/app/cache.py',
      'rb::call /usr/src/debug/rb-1.0/src/lib.rs',
      'sched::run /usr/src/linux-headers-6.8.0/kernel/sched.rs',
    ],
    ['app::main', 'set', 'put'],
  ],
  [
    'Node: neither packages nor Node itself',
    [
      'set file:///app/src/cache.js',
      'lru file:///app/node_modules/lru/index.js',
      'emit node:events',
      'compile node:internal/modules.js',
      '(native) native.js',
    ],
    ['set'],
  ],
  [
    'Python: neither packages nor the standard library',
    [
      'put /srv/app/cache.py',
      'loads /usr/lib/python3.11/json/__init__.py',
      'get /venv/lib/python3.11/site-packages/requests/api.py',
    ],
    ['put'],
  ],
  [
    'Java: the packages beside main',
    [
      'com.acme.shop.App.main App.java',
      'com.acme.shop.cache.Cache.put Cache.java',
      'java.util.HashMap.resize HashMap.java',
      'org.hibernate.Session.load Session.java',
    ],
    ['com.acme.shop.App.main', 'com.acme.shop.cache.Cache.put'],
  ],
  [
    'Java: classes that do not say their files',
    [
      'com/acme/shop/App.main com/acme/shop/App',
      'com/acme/shop/Cache.put com/acme/shop/Cache',
      'java/util/HashMap.resize java/util/HashMap',
    ],
    ['com/acme/shop/App.main', 'com/acme/shop/Cache.put'],
  ],
  ['Java without a main', ['com.acme.Cache.put Cache.java'], []],
  [
    'C: beside main',
    [
      'main /src/leak/main.cpp',
      'Cache::put(int) /src/leak/cache/put.cpp',
      'push /usr/include/c++/12/bits/v.h',
    ],
    ['main', 'Cache::put(int)'],
  ],
];
for (const [title, functions, expected] of cases) {
  test(title, () => assert.deepEqual(own(...functions), expected));
}
