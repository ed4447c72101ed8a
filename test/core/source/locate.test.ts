import assert from 'node:assert/strict';
import test from 'node:test';
import { locateSource, type SourceFiles } from '../../../src/core/source/locate.ts';
import { absolutePath } from '../../../src/core/source/sourceRoot.ts';
import { filesOf, sampleWorkspace } from './sampleWorkspace.ts';

type Row = readonly [shape: string, path: string, functionName: string, outcome: string];

const dedupe = '/home/me/dedupe';
const shop = '/home/me/shop';
const web = '/home/me/web';
const etcd = '/home/me/etcd';
const cache = '/home/me/go/pkg/mod';
const goroot = '/usr/local/go/src';

/** Each outcome: the file found with what found it, the files asked about, `none`, or why it was refused. */
const shapes: readonly Row[] = [
  ['standard library, trimmed, not here', 'sort/sort.go', 'sort.Stable', 'none'],
  ['standard library, linknamed', 'runtime/proc.go', 'time.Sleep', `goroot ${goroot}/runtime/proc.go`],
  ['checkout under another name', '/build/src/cart/engine.go', 'main.main', `suffix ${shop}/engine.go`],
  ['built here', `${dedupe}/cache.go`, 'main.(*dedupeCache).seen', `exact ${dedupe}/cache.go`],
  ['built here, unclean', `${dedupe}/x/../store/./cache.go`, '', `exact ${dedupe}/store/cache.go`],
  [
    'trimmed, module root',
    'example.com/dedupe/cache.go',
    'main.(*dedupeCache).seen',
    `module ${dedupe}/cache.go`,
  ],
  [
    'trimmed, package',
    'example.com/dedupe/store/cache.go',
    'example.com/dedupe/store.Put',
    `module ${dedupe}/store/cache.go`,
  ],
  [
    'trimmed, command',
    'example.com/dedupe/cmd/load/main.go',
    'main.main',
    `module ${dedupe}/cmd/load/main.go`,
  ],
  [
    'installed by version',
    'example.com/dedupe@v1.2.3/cache.go',
    'main.(*dedupeCache).seen',
    `module ${dedupe}/cache.go`,
  ],
  [
    'built elsewhere, package',
    '/build/src/store/cache.go',
    'example.com/dedupe/store.Put',
    `module ${dedupe}/store/cache.go`,
  ],
  [
    'built in a renamed folder',
    '/app/store/cache.go',
    'example.com/dedupe/store.(*lru[...]).add',
    `module ${dedupe}/store/cache.go`,
  ],
  ['container, module root', '/app/cache.go', 'main.(*dedupeCache).seen', 'none'],
  ['container, command', '/app/cmd/load/main.go', 'main.main', `suffix ${dedupe}/cmd/load/main.go`],
  [
    'GitHub runner',
    '/home/runner/work/dedupe/dedupe/cache.go',
    'main.(*dedupeCache).seen',
    `suffix ${dedupe}/cache.go`,
  ],
  ['GitLab runner', '/builds/team/dedupe/cache.go', 'main.(*dedupeCache).seen', `suffix ${dedupe}/cache.go`],
  [
    'GOPATH',
    '/Users/v/Workspace/src/example.com/dedupe/cmd/load/main.go',
    'main.main',
    `module ${dedupe}/cmd/load/main.go`,
  ],
  [
    'GOPATH, package',
    '/go/src/example.com/dedupe/store/cache.go',
    'example.com/dedupe/store.Put',
    `module ${dedupe}/store/cache.go`,
  ],
  [
    'vendored here',
    `${dedupe}/vendor/github.com/acme/lib/lib.go`,
    'github.com/acme/lib.Do',
    `exact ${dedupe}/vendor/github.com/acme/lib/lib.go`,
  ],
  [
    'vendored elsewhere',
    '/build/vendor/github.com/acme/lib/lib.go',
    'github.com/acme/lib.Do',
    `vendor ${dedupe}/vendor/github.com/acme/lib/lib.go`,
  ],
  [
    'vendored and trimmed',
    'github.com/acme/lib@v0.3.0/lib.go',
    'github.com/acme/lib.Do',
    `vendor ${dedupe}/vendor/github.com/acme/lib/lib.go`,
  ],
  [
    'vendored there, fetched here',
    '/src/vendor/github.com/BurntSushi/toml/decode.go',
    'github.com/BurntSushi/toml.Decode',
    `moduleCache ${cache}/github.com/!burnt!sushi/toml@v1.0.0/decode.go`,
  ],
  [
    'module cache, trimmed',
    'github.com/BurntSushi/toml@v1.0.0/decode.go',
    'github.com/BurntSushi/toml.Decode',
    `moduleCache ${cache}/github.com/!burnt!sushi/toml@v1.0.0/decode.go`,
  ],
  [
    'module cache elsewhere',
    '/home/runner/go/pkg/mod/github.com/!burnt!sushi/toml@v1.0.0/decode.go',
    'github.com/BurntSushi/toml.Decode',
    `moduleCache ${cache}/github.com/!burnt!sushi/toml@v1.0.0/decode.go`,
  ],
  [
    'module cache, GOMODCACHE set',
    '/cache/gomod/github.com/!burnt!sushi/toml@v1.0.0/decode.go',
    '',
    `moduleCache ${cache}/github.com/!burnt!sushi/toml@v1.0.0/decode.go`,
  ],
  [
    'module cache, capital in the version',
    'github.com/acme/rc@v2.1.0-RC1/rc.go',
    'github.com/acme/rc.Do',
    `moduleCache ${cache}/github.com/acme/rc@v2.1.0-!r!c1/rc.go`,
  ],
  [
    'module cache, dot in the package',
    '/go/pkg/mod/gopkg.in/yaml.v2@v2.3.0/encode.go',
    'gopkg.in/yaml%2ev2.(*encoder).marshal',
    `moduleCache ${cache}/gopkg.in/yaml.v2@v2.3.0/encode.go`,
  ],
  [
    'module cache, version not here',
    'github.com/BurntSushi/toml@v9.9.9/decode.go',
    'github.com/BurntSushi/toml.Decode',
    `moduleCache ${cache}/github.com/!burnt!sushi/toml@v1.0.0/decode.go`,
  ],
  [
    'module cache, dependency not here',
    '/go/pkg/mod/github.com/other/dep@v1.0.0/store/cache.go',
    'github.com/other/dep/store.Put',
    'none',
  ],
  [
    'nested module, major version',
    'go.etcd.io/etcd/server/v3@v3.6.0-alpha.0/storage/store.go',
    'go.etcd.io/etcd/server/v3/storage.(*store).put',
    `module ${etcd}/server/storage/store.go`,
  ],
  [
    'nested module, workspace build',
    'go.etcd.io/etcd/server/v3/storage/store.go',
    'go.etcd.io/etcd/server/v3/storage.(*store).put',
    `module ${etcd}/server/storage/store.go`,
  ],
  [
    'replaced by a local folder',
    'go.etcd.io/raft/v3@v3.6.0/node.go',
    'go.etcd.io/raft/v3.(*node).run',
    `module ${etcd}/third_party/raft/node.go`,
  ],
  [
    'standard library, trimmed',
    'net/http/server.go',
    'net/http.(*conn).serve',
    `goroot ${goroot}/net/http/server.go`,
  ],
  [
    'standard library, usual place',
    '/usr/local/go/src/net/http/server.go',
    'net/http.(*conn).serve',
    `exact ${goroot}/net/http/server.go`,
  ],
  [
    'standard library, Homebrew',
    '/usr/local/Cellar/go/1.18.3/libexec/src/runtime/proc.go',
    'runtime.main',
    `goroot ${goroot}/runtime/proc.go`,
  ],
  [
    'standard library, Homebrew on ARM',
    '/opt/homebrew/Cellar/go/1.17.6/libexec/src/runtime/proc.go',
    'runtime.main',
    `goroot ${goroot}/runtime/proc.go`,
  ],
  [
    'standard library, CI image',
    '/opt/hostedtoolcache/go/1.14.10/x64/src/net/http/server.go',
    'net/http.(*conn).serve',
    `goroot ${goroot}/net/http/server.go`,
  ],
  [
    'standard library, gimme',
    '/root/.gimme/versions/go1.18.1-dd1.linux.arm64/src/net/http/server.go',
    '',
    `goroot ${goroot}/net/http/server.go`,
  ],
  [
    'standard library, toolchain module',
    '/root/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.0.linux-amd64/src/net/http/server.go',
    'net/http.(*conn).serve',
    `goroot ${goroot}/net/http/server.go`,
  ],
  [
    'standard library, Windows',
    'C:\\Program Files\\Go\\src\\net\\http\\server.go',
    'net/http.(*conn).serve',
    `goroot ${goroot}/net/http/server.go`,
  ],
  [
    'standard library, Nix',
    '/nix/store/0a1b-go-1.20/share/go/src/runtime/proc.go',
    'runtime.main',
    `goroot ${goroot}/runtime/proc.go`,
  ],
  [
    'standard library, its vendor folder',
    'vendor/golang.org/x/net/http/httpguts/guts.go',
    'vendor/golang.org/x/net/http/httpguts.ok',
    `goroot ${goroot}/vendor/golang.org/x/net/http/httpguts/guts.go`,
  ],
  [
    'standard library, assembly',
    '/usr/lib/golang/src/runtime/asm_amd64.s',
    'runtime.goexit',
    `goroot ${goroot}/runtime/asm_amd64.s`,
  ],
  ['standard library, not here', '/usr/local/go/src/sort/sort.go', 'sort.Stable', 'none'],
  [
    'named like the standard library',
    '/build/src/sort/sort.go',
    'github.com/acme/shop/sort.Stable',
    `suffix ${shop}/sort/sort.go`,
  ],
  [
    'Bazel, working folder',
    '/proc/self/cwd/services/cart/cart.go',
    'github.com/acme/shop/services/cart.Add',
    `relative ${shop}/services/cart/cart.go`,
  ],
  [
    'Bazel, working folder with a dot',
    '/proc/self/cwd/./services/cart/cart.go',
    '',
    `relative ${shop}/services/cart/cart.go`,
  ],
  [
    'Bazel, truncated to the repository',
    'services/cart/cart.go',
    'github.com/acme/shop/services/cart.Add',
    `relative ${shop}/services/cart/cart.go`,
  ],
  [
    'Bazel, truncated to the package',
    'store/cache.go',
    'example.com/dedupe/store.Put',
    `module ${dedupe}/store/cache.go`,
  ],
  [
    'Bazel, truncated to the name',
    'cache.go',
    'example.com/dedupe/store.Put',
    `module ${dedupe}/store/cache.go`,
  ],
  [
    'Bazel, generated',
    'bazel-out/k8-fastbuild/bin/services/cart/cart.go',
    'github.com/acme/shop/services/cart.Add',
    `relative ${shop}/services/cart/cart.go`,
  ],
  [
    'Bazel, sandbox',
    '/home/ci/.cache/bazel/_bazel_ci/9f/sandbox/linux-sandbox/12/execroot/__main__/services/cart/cart.go',
    '',
    `relative ${shop}/services/cart/cart.go`,
  ],
  [
    'Bazel, external Go module',
    'external/com_github_burntsushi_toml/decode.go',
    'github.com/BurntSushi/toml.Decode',
    `moduleCache ${cache}/github.com/!burnt!sushi/toml@v1.0.0/decode.go`,
  ],
  [
    'Bazel, external, not here',
    'external/com_github_x_cart/services/cart/cart.go',
    'github.com/x/cart/services/cart.Add',
    'none',
  ],
  [
    'Bazel, Go SDK',
    'external/go_sdk/src/net/http/server.go',
    'net/http.(*conn).serve',
    `goroot ${goroot}/net/http/server.go`,
  ],
  [
    'Bazel, GOROOT literal',
    'GOROOT/src/net/http/server.go',
    'net/http.(*conn).serve',
    `goroot ${goroot}/net/http/server.go`,
  ],
  ['Windows, slashes', 'C:/work/dedupe/cmd/load/main.go', 'main.main', `suffix ${dedupe}/cmd/load/main.go`],
  [
    'Windows, backslashes',
    'D:\\a\\dedupe\\dedupe\\store\\cache.go',
    'example.com/dedupe/store.Put',
    `module ${dedupe}/store/cache.go`,
  ],
  [
    'Windows, other case',
    'c:\\Work\\Dedupe\\CMD\\load\\main.go',
    'main.main',
    `suffix ${dedupe}/cmd/load/main.go`,
  ],
  [
    'C++, container',
    '/build/src/engine/lib/cart.cc',
    'shop::Cart::add(int)',
    `suffix ${shop}/engine/lib/cart.cc`,
  ],
  [
    'C++, relative',
    '../../engine/lib/cart.cc',
    'shop::Cart::add(int)',
    `relative ${shop}/engine/lib/cart.cc`,
  ],
  ['Rust, container', '/app/crates/core/src/lib.rs', 'core::run', `suffix ${shop}/crates/core/src/lib.rs`],
  [
    'Rust, registry crate',
    '/root/.cargo/registry/src/github.com-1ecc6299db9ec823/serde-1.0.1/src/lib.rs',
    'serde::de',
    'none',
  ],
  [
    'Rust, standard library',
    '/rustc/9fc6b43126469e3858e2fe86cafb4f0fd5068869/library/core/src/lib.rs',
    'core::ops',
    'none',
  ],
  ['Python, container', '/app/shop/orders.py', 'add', `suffix ${shop}/orders.py`],
  ['Python, site-packages', '/usr/lib/python3/site-packages/acme/shop/orders.py', 'add', 'none'],
  ['Node, container', '/usr/app/src/shared/cache.js', 'put', `suffix ${web}/src/shared/cache.js`],
  ['Node, file URL', 'file:///usr/app/src/shared/cache.js', 'put', `suffix ${web}/src/shared/cache.js`],
  [
    'Node, file URL of Windows',
    'file:///C:/app/src/shared/cache.js',
    'put',
    `suffix ${web}/src/shared/cache.js`,
  ],
  [
    'Node, percent-encoded',
    'file:///usr/app/src/with%20space/caf%C3%A9.js',
    'put',
    `suffix ${web}/src/with space/café.js`,
  ],
  [
    'Node, dependency',
    '/usr/app/node_modules/bson/lib/bson.js',
    'read',
    `nodeModules ${web}/node_modules/bson/lib/bson.js`,
  ],
  [
    'Node, nested dependency',
    '/usr/app/node_modules/mongodb/node_modules/bson/lib/bson.js',
    'read',
    `nodeModules ${web}/node_modules/bson/lib/bson.js`,
  ],
  [
    'Node, dependency of a package of the workspace',
    '/usr/app/packages/a/node_modules/ms/lib/ms.js',
    'parse',
    `suffix ${web}/packages/a/node_modules/ms/lib/ms.js`,
  ],
  [
    'Node, a bundle beside those of dependencies',
    '/usr/app/dist/index.js',
    'run',
    `suffix ${web}/dist/index.js`,
  ],
  ['Node, dependency not here', '/usr/app/node_modules/redis/src/shared/cache.js', 'put', 'none'],
  ['Node, builtin by scheme', 'node:internal/streams/readable', 'read', 'builtin'],
  ['Node, builtin by name', 'events.js', 'emit', 'builtin'],
  ['Node, builtin below internal', 'internal/cluster/child.js', 'send', 'builtin'],
  ['webpack, named', 'webpack://web/./src/app.ts?4c1e', 'render', `relative ${web}/src/app.ts`],
  ['webpack, unnamed', 'webpack:///./src/app.ts', 'render', `relative ${web}/src/app.ts`],
  [
    'webpack, Next.js layer',
    'webpack-internal:///(rsc)/./src/app.ts',
    'render',
    `relative ${web}/src/app.ts`,
  ],
  ['webpack, above its root', 'webpack://web/../shared/src/app.ts', 'render', `suffix ${web}/src/app.ts`],
  ['dev server', 'http://localhost:5173/src/app.ts?t=1699', 'render', `relative ${web}/src/app.ts`],
  [
    'two packages alike',
    '/srv/build/src/index.js',
    'main',
    `ask ${web}/packages/a/src/index.js ${web}/packages/b/src/index.js`,
  ],
  ['two packages, one named', '/srv/build/b/src/index.js', 'main', `suffix ${web}/packages/b/src/index.js`],
  ['two folders alike', 'docs/build.js', 'main', `ask ${shop}/docs/build.js ${web}/docs/build.js`],
  ['bare name', 'cart.cc', 'shop::Cart::add(int)', `ask ${shop}/engine/lib/cart.cc`],
  ['bare name, of go run', './main.go', 'main.main', `relative ${dedupe}/main.go`],
  ['name only in common', '/opt/other/cart.cc', 'other::Cart', 'none'],
  [
    'mapped by the user',
    '/mnt/pool/7/cart.cc',
    'shop::Cart::add(int)',
    `substituted ${shop}/engine/lib/cart.cc`,
  ],
  ['mapped out of the workspace', '/mnt/lib/zlib/inflate.c', 'inflate', 'outside /opt/src/zlib/inflate.c'],
  ['climbs', '/home/me/dedupe/../../../etc/passwd', '', 'none'],
  ['climbs, relative', '../../../../etc/passwd', '', 'none'],
  ['climbs, encoded', 'file:///home/me/dedupe/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd', '', 'none'],
  ['climbs from the function', 'passwd.go', 'example.com/dedupe/../../../../etc.x', 'none'],
  ['climbs from a mapping', '/mnt/lib/../../etc/passwd', '', 'none'],
  ['climbs from a version', 'github.com/acme/rc@v1/../../../../../etc/passwd', '', 'none'],
  ['climbs from a replace', 'github.com/evil/x/x.go', 'github.com/evil/x.Do', 'none'],
  ['secret of the user', '/home/me/.ssh/id_rsa', '', 'none'],
  ['UNC', '\\\\server\\share\\dedupe\\cache.go', '', 'unsafe'],
  ['UNC in a URL', 'file://server/share/dedupe/cache.go', '', 'unsafe'],
  ['device', '\\\\.\\pipe\\dedupe\\cache.go', '', 'unsafe'],
  ['drive-relative', 'c:cache.go', '', 'unsafe'],
  ['NUL', '/home/me/dedupe/cache.go\0.txt', '', 'unsafe'],
  ['NUL, encoded', 'file:///home/me/dedupe/cache.go%00', '', 'unsafe'],
  ['over-long', `/${'a/'.repeat(3000)}cache.go`, '', 'unsafe'],
  ['autogenerated', '<autogenerated>', 'main.(*T).Read', 'generated'],
  ['data URL', 'data:text/javascript,1', 'f', 'generated'],
  ['empty', '', 'runtime.goexit', 'empty'],
];

const { workspace, existing } = sampleWorkspace();
const files = filesOf(workspace, existing);

async function outcomeOf(path: string, functionName: string): Promise<string> {
  const located = await locateSource(path, functionName, workspace, files);
  switch (located.kind) {
    case 'found':
      return `${located.by} ${absolutePath(located.file)}`;
    case 'ambiguous':
      return ['ask', ...located.files.map(absolutePath)].join(' ');
    case 'outside':
      return `outside ${absolutePath(located.file)}`;
    case 'none':
      return 'none';
    case 'refused':
      return located.reason;
  }
}

for (const [shape, path, functionName, outcome] of shapes) {
  test(`path shape: ${shape}`, async () => {
    assert.equal(await outcomeOf(path, functionName), outcome);
  });
}

test('path shapes, counted', t => {
  const counts = { found: 0, asked: 0, notFound: 0, refused: 0 };
  for (const [, , , outcome] of shapes) {
    if (/^(?:ask|outside) /.test(outcome)) counts.asked++;
    else if (outcome === 'none') counts.notFound++;
    else if (outcome.includes(' ')) counts.found++;
    else counts.refused++;
  }
  t.diagnostic(`${shapes.length} shapes: ${JSON.stringify(counts)}`);
  assert.ok(shapes.length >= 40);
  assert.equal(new Set(shapes.map(([shape]) => shape)).size, shapes.length);
});

test('what was tried is told when nothing is found', async () => {
  const located = await locateSource('/app/cache.go', 'main.main', workspace, files);
  assert.equal(located.kind, 'none');
  assert.equal(located.searched, 'cache.go');
  assert.deepEqual(located.sameName.map(absolutePath), [`${dedupe}/cache.go`, `${dedupe}/store/cache.go`]);
  const module = await locateSource(
    'github.com/gone/dep@v1.0.0/a.go',
    'github.com/gone/dep.A',
    workspace,
    files,
  );
  assert.equal(module.kind, 'none');
  assert.ok(
    module.tried.some(({ file }) => absolutePath(file) === `${cache}/github.com/gone/dep@v1.0.0/a.go`),
  );
});

test('a file that shares no more than its name is the one that declares the function', async () => {
  const asked: string[] = [];
  const declaredBy = (...declaring: readonly string[]): SourceFiles => ({
    ...files,
    declaring: async (some, functionName) => {
      asked.push(functionName);
      return some.filter(file => declaring.includes(absolutePath(file)));
    },
  });
  const outcome = async (path: string, name: string, ...declaring: readonly string[]): Promise<string> => {
    const located = await locateSource(path, name, workspace, declaredBy(...declaring));
    if (located.kind === 'found') return `${located.by} ${absolutePath(located.file)}`;
    return located.kind === 'ambiguous' ? `ask ${located.files.map(absolutePath).join(' ')}` : located.kind;
  };
  const [own, other] = [`${dedupe}/cache.go`, `${dedupe}/store/cache.go`];
  const seen = 'main.(*dedupeCache).seen';
  assert.equal(await outcome('/app/cache.go', seen, own), `declaration ${own}`);
  assert.equal(await outcome('/app/cache.go', seen, own, other), `ask ${own} ${other}`);
  assert.equal(await outcome('/app/cache.go', seen), 'none');
  // Every program has one: that this file is meant is for the reader to say.
  assert.equal(await outcome('/app/main.go', 'main.main', `${dedupe}/main.go`), `ask ${dedupe}/main.go`);
  assert.equal(await outcome('/app/events.js', 'Bus.on', `${web}/events.js`), `declaration ${web}/events.js`);
  assert.equal(asked.length, 5);
  asked.length = 0;
  assert.equal(
    await outcome('/usr/local/go/src/sort/sort.go', 'sort.Stable', `${shop}/sort/sort.go`),
    'none',
  );
  assert.equal(await outcome('/app/cache.go', 'github.com/acme/other.Put', own), 'none');
  assert.equal(await outcome('/app/cmd/load/main.go', 'main.main'), `suffix ${dedupe}/cmd/load/main.go`);
  assert.deepEqual(asked, []);
});

const java = '/home/me/web/java';
const classes = filesOf(
  workspace,
  new Set([
    `${java}/a/src/main/java/com/acme/Cache.java`,
    `${java}/a/src/main/java/com/other/Cache.java`,
    `${java}/a/src/com/acme/Store.kt`,
    `${java}/a/src/com/acme/Twice.java`,
    `${java}/b/src/com/acme/Twice.java`,
    `${java}/a/src/Main.scala`,
    `${java}/a/src/notcom/acme/Only.java`,
    '/home/me/web/Cache.java',
  ]),
);

const classFrames: readonly (readonly [file: string, functionName: string, outcome: string])[] = [
  ['com/acme/Cache', 'com/acme/Cache.put', 'a/src/main/java/com/acme/Cache.java'],
  ['com/acme/Cache', 'com/acme/Cache', 'a/src/main/java/com/acme/Cache.java'],
  ['com/acme/Cache', 'com.acme.Cache$Entry.<init>(int)', 'a/src/main/java/com/acme/Cache.java'],
  [
    'com/acme/Cache',
    'com/acme/Cache$$Lambda$5/0x0000000800d4c1f0.run',
    'a/src/main/java/com/acme/Cache.java',
  ],
  ['Cache.java', 'com.acme.Cache.put', 'a/src/main/java/com/acme/Cache.java'],
  ['Cache.java', 'com/other/Cache.put', 'a/src/main/java/com/other/Cache.java'],
  ['com/acme/StoreKt', 'com/acme/StoreKt.load', 'a/src/com/acme/Store.kt'],
  ['com/acme/Store', 'com/acme/Store.load', 'a/src/com/acme/Store.kt'],
  ['Main', 'Main.main', 'a/src/Main.scala'],
  ['com/acme/Twice', 'com/acme/Twice.run', 'ask 2'],
  ['java/util/Cache', 'java/util/Cache.put', 'none 3'],
  ['com/acme/Only', 'com/acme/Only.run', 'none 1'],
  ['com/acme/Gone', 'com/acme/Gone.run', 'none 0'],
];

for (const [file, functionName, outcome] of classFrames) {
  test(`the class of ${functionName} in ${file} is found in its package or not at all`, async () => {
    const located = await locateSource(file, functionName, workspace, classes);
    if (located.kind === 'found') assert.equal(absolutePath(located.file), `${java}/${outcome}`);
    else if (located.kind === 'ambiguous') assert.equal(`ask ${located.files.length}`, outcome);
    else assert.equal(`none ${located.kind === 'none' ? located.sameName.length : ''}`, outcome);
  });
}
