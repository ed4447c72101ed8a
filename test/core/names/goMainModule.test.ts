import assert from 'node:assert/strict';
import test from 'node:test';
import { goMainModule } from '../../../src/core/names/goMainModule.ts';

/** Which of the functions `name file` are of the main module; null where there is none. */
function own(...texts: string[]): string[] | null {
  const functions = texts.map(text => {
    const [name = '', file = ''] = text.split(' ');
    return { name, file };
  });
  const isOwn = goMainModule(functions, '/srv/bin/app');
  return isOwn && functions.filter(({ name, file }) => isOwn(name, file)).map(({ name }) => name);
}

const std = [
  'runtime.main /usr/local/go/src/runtime/proc.go',
  'net/http.serve /usr/local/go/src/net/http/server.go',
];
const zap = 'go.uber.org/zap.New /root/go/pkg/mod/go.uber.org/zap@v1.2.3/zap.go';

const cases: readonly [title: string, functions: string[], expected: string[] | null][] = [
  [
    'the module around a main in cmd',
    [...std, zap, 'main.main /src/app/cmd/run/main.go', 'corp.com/x/app/cache.Put /src/app/cache/c.go'],
    ['main.main', 'corp.com/x/app/cache.Put'],
  ],
  [
    'a folder that is not called like the module',
    [...std, 'main.main /build/cmd/run/main.go', 'github.com/o/app/cache.Put /build/cache/c.go'],
    ['main.main', 'github.com/o/app/cache.Put'],
  ],
  [
    'a replaced module beside it is another',
    [...std, 'main.main /src/app/main.go', 'o.com/app/c.Put /src/app/c/c.go', 'o.com/lib.F /src/lib/l.go'],
    ['main.main', 'o.com/app/c.Put'],
  ],
  [
    'GOPATH holds libraries too',
    [
      ...std,
      'main.main /go/src/github.com/o/app/cmd/run/main.go',
      'github.com/o/app/cache.Put /go/src/github.com/o/app/cache/c.go',
      'github.com/l/lib.F /go/src/github.com/l/lib/l.go',
      'github.com/l/v.F /go/src/github.com/o/app/vendor/github.com/l/v/l.go',
    ],
    ['main.main', 'github.com/o/app/cache.Put'],
  ],
  [
    '-trimpath: import paths for folders',
    [
      'runtime.main runtime/proc.go',
      'net/http.serve net/http/server.go',
      'main.auth github.com/V/VM/app/vmauth/auth.go',
      'github.com/V/VM/lib/promauth.Parse github.com/V/VM/lib/promauth/p.go',
      'github.com/V/metrics.Write github.com/V/metrics@v1.24.0/m.go',
    ],
    ['main.auth', 'github.com/V/VM/lib/promauth.Parse'],
  ],
  [
    '-trimpath, a module without a host',
    [
      'runtime.main runtime/proc.go',
      'bytes.grow bytes/buffer.go',
      'main.main dedupe/main.go',
      'dedupe/a.F dedupe/a/a.go',
    ],
    ['main.main', 'dedupe/a.F'],
  ],
  [
    'one package, named like its folder',
    [
      'main.main /src/app/main.go',
      'app.encode /src/app/encode.go',
      'bytes.makeSlice /usr/local/go/src/bytes/buffer.go',
    ],
    ['main.main', 'app.encode'],
  ],
  [
    'installed from the module cache',
    [
      ...std,
      zap,
      'main.main /root/go/pkg/mod/github.com/o/app@v1.2.3/cmd/main.go',
      'github.com/o/app/c.F /root/go/pkg/mod/github.com/o/app@v1.2.3/c/c.go',
    ],
    ['main.main', 'github.com/o/app/c.F'],
  ],
  ['only main', [...std, zap, 'main.(*cache).put /src/app/cache.go'], ['main.(*cache).put']],
  [
    'no main, one module that is no library',
    [...std, zap, 'github.com/o/app/c.F /src/app/c/c.go'],
    ['github.com/o/app/c.F'],
  ],
  ['no main, two of them', ['github.com/o/app/c.F /go/src/c.go', 'github.com/o/lib/l.F /go/src/l.go'], null],
  [
    'no main, installed under the name of its module',
    [
      ...std,
      zap,
      'github.com/o/app/v2/c.F /root/go/pkg/mod/github.com/o/app/v2@v2.1.0/c/c.go',
      'github.com/o/apple.F /root/go/pkg/mod/github.com/o/apple@v1.0.0/f.go',
    ],
    ['github.com/o/app/v2/c.F'],
  ],
  [
    'no main, two modules that are called like the binary',
    ['github.com/o/app.F github.com/o/app@v1.0.0/f.go', 'o.com/app.F o.com/app@v1.0.0/f.go'],
    null,
  ],
  ['no main at all', [...std, zap], null],
];
for (const [title, functions, expected] of cases) {
  test(title, () => assert.deepEqual(own(...functions), expected));
}
