import type { SourceWorkspace } from '../../../src/core/source/candidates.ts';
import { resolveGoModules } from '../../../src/core/source/goModules.ts';
import type { SourceFiles } from '../../../src/core/source/locate.ts';
import { absolutePath, fileWithin, type SourceRoot } from '../../../src/core/source/sourceRoot.ts';

function root(kind: SourceRoot['kind'], path: string): SourceRoot {
  return { kind, uri: `file://${path}`, path };
}

/** A multi-root workspace with Go modules, a Bazel repository and a web project, and what exists around it. */
export function sampleWorkspace(): { workspace: SourceWorkspace; existing: ReadonlySet<string> } {
  const workspace: SourceWorkspace = {
    folders: ['dedupe', 'etcd', 'shop', 'web'].map(name => root('workspace', `/home/me/${name}`)),
    modules: resolveGoModules([
      {
        path: '/home/me/dedupe/go.mod',
        text: 'module example.com/dedupe\n\nrequire (\n\tgithub.com/acme/lib v0.3.0\n\tgithub.com/BurntSushi/toml v1.0.0 // indirect\n)\n',
      },
      { path: '/home/me/etcd/go.work', text: 'go 1.22\n\nuse (\n\t./server\n\t./api\n)\n' },
      {
        path: '/home/me/etcd/server/go.mod',
        text: 'module go.etcd.io/etcd/server/v3\n\nreplace (\n\tgo.etcd.io/raft/v3 => ../third_party/raft\n\tgithub.com/evil/x => ../../../../etc\n)\n',
      },
      { path: '/home/me/shop/go.mod', text: 'module example.org/cart/v3\n' },
      { path: '/home/me/etcd/api/go.mod', text: 'module go.etcd.io/etcd/api/v3\n' },
    ]),
    moduleCache: root('moduleCache', '/home/me/go/pkg/mod'),
    goroot: root('goroot', '/usr/local/go'),
    outside: root('outside', '/'),
    substitutions: [
      { from: '/mnt/pool/7', to: '/home/me/shop/engine/lib' },
      { from: '/mnt/lib', to: '/opt/src' },
    ],
  };
  const existing = new Set([
    '/home/me/dedupe/cache.go',
    '/home/me/dedupe/main.go',
    '/home/me/dedupe/store/cache.go',
    '/home/me/dedupe/cmd/load/main.go',
    '/home/me/dedupe/vendor/github.com/acme/lib/lib.go',
    '/home/me/etcd/server/storage/store.go',
    '/home/me/etcd/third_party/raft/node.go',
    '/home/me/shop/services/cart/cart.go',
    '/home/me/shop/engine.go',
    '/home/me/shop/sort/sort.go',
    '/home/me/shop/engine/lib/cart.cc',
    '/home/me/shop/crates/core/src/lib.rs',
    '/home/me/shop/orders.py',
    '/home/me/shop/docs/build.js',
    '/home/me/web/docs/build.js',
    '/home/me/web/events.js',
    '/home/me/web/src/app.ts',
    '/home/me/web/src/shared/cache.js',
    '/home/me/web/src/with space/café.js',
    '/home/me/web/packages/a/src/index.js',
    '/home/me/web/packages/b/src/index.js',
    '/home/me/web/node_modules/bson/lib/bson.js',
    '/home/me/web/node_modules/bson/dist/index.js',
    '/home/me/web/packages/a/node_modules/ms/lib/ms.js',
    '/home/me/web/dist/index.js',
    '/home/me/go/pkg/mod/github.com/!burnt!sushi/toml@v1.0.0/decode.go',
    '/home/me/go/pkg/mod/github.com/acme/rc@v2.1.0-!r!c1/rc.go',
    '/home/me/go/pkg/mod/gopkg.in/yaml.v2@v2.3.0/encode.go',
    '/usr/local/go/src/net/http/server.go',
    '/usr/local/go/src/runtime/proc.go',
    '/usr/local/go/src/runtime/asm_amd64.s',
    '/usr/local/go/src/vendor/golang.org/x/net/http/httpguts/guts.go',
    '/home/me/.ssh/id_rsa',
    '/opt/src/zlib/inflate.c',
    '/etc/passwd',
    '/etc/x.go',
  ]);
  return { workspace, existing };
}

/** A file system that holds just those absolute paths. */
export function filesOf(workspace: SourceWorkspace, existing: ReadonlySet<string>): SourceFiles {
  return {
    exists: async file => existing.has(absolutePath(file)),
    named: async (name, inPackages) =>
      [...existing]
        .filter(path => path.endsWith(`/${name}`) && (inPackages || !path.includes('/node_modules/')))
        .flatMap(path => fileWithin(workspace.folders, path) ?? []),
  };
}
