import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RE2JS } from 're2js';
import { packageOf } from '../../../src/core/names/packages.ts';
import { packageFrames } from '../../../webview/state/packageFrames.ts';

type Frame = readonly [name: string, file: string];

/** Frames of one package, and frames beside it. */
const cases: readonly (readonly [inside: readonly Frame[], beside: readonly Frame[]])[] = [
  [
    [
      ['net/http.(*conn).serve', '/go/src/net/http/server.go'],
      ['net/http.HandlerFunc.ServeHTTP', '/go/src/net/http/server.go'],
    ],
    [
      ['net/http/pprof.Index', '/go/src/net/http/pprof/pprof.go'],
      ['net.Dial', '/go/src/net/dial.go'],
      ['my/net/http.f', '/go/src/my/net/http/f.go'],
    ],
  ],
  [
    [
      ['gopkg.in/yaml%2ev3.unmarshal', '/mod/gopkg.in/yaml.v3/yaml.go'],
      ['gopkg.in/yaml%2ev3.(*parser).parse', '/mod/gopkg.in/yaml.v3/decode.go'],
    ],
    [['gopkg.in/yaml.v3/internal.f', '/mod/gopkg.in/yaml.v3/internal/f.go']],
  ],
  [
    [
      ['leveldb::DBImpl::Write', ''],
      ['std::vector<leveldb::Slice>::push_back', ''],
    ],
    [['leveldb2::f', '']],
  ],
  [
    [
      ['com.acme.Cache.put', 'Cache.java'],
      ['com/acme/Cache$Entry.put', 'Cache.java'],
    ],
    [['com.acme.store.Disk.write', 'Disk.java']],
  ],
  [
    [
      ['add', '/app/node_modules/@scope/lru/index.js'],
      ['(anonymous)', '/app/node_modules/@scope/lru/lib/node.js'],
    ],
    [['add', '/app/node_modules/lru/index.js']],
  ],
  [
    [
      ['onRequest', '/app/src/server.js'],
      ['add', '/app/src/cache.js'],
    ],
    [['add', '/app/src/store/cache.js']],
  ],
];

for (const [inside, beside] of cases) {
  const [[name = '', file = ''] = []] = inside;
  const pack = packageOf(name, file, '');
  test(`${pack} is its functions, and not those beside it`, async () => {
    const expression = (await packageFrames(pack, { name, file }, [name, file])) ?? '';
    const compiled = RE2JS.compile(expression);
    const matches = ([each, of]: Frame): boolean => compiled.test(each) || compiled.test(of);
    const same = inside.filter(([each, of]) => packageOf(each, of, '') === pack);
    assert.ok(same.length > 0);
    assert.deepEqual([...same, ...beside].filter(matches), same);
  });
}

test('what no expression tells from others is refused: a module, a name that is none', async () => {
  assert.equal(await packageFrames('[libc.so.6]', { name: 'malloc', file: '' }, ['malloc']), null);
  assert.equal(await packageFrames('[libc.so.6]', null), null);
  assert.equal(await packageFrames('', { name: 'malloc', file: '' }), null);
  assert.equal(await packageFrames('a'.repeat(5_000), null), null);
});

test('a folder is found as Bazel has its files, or refused where a path does not tell', async () => {
  const frame = { name: 'add', file: 'external/a/x.js' };
  const own = '/proc/self/cwd/external/a/x.js';
  const compiled = RE2JS.compile((await packageFrames('external/a', frame, ['add', own])) ?? '');
  assert.ok(compiled.test(own) && compiled.test('./external/a/y.js') && !compiled.test('b/external/a/x.js'));
  assert.equal(await packageFrames('external/a', frame, ['add', 'b/../external/a/x.js']), null);
});

test('where only the package is known, its name is enough', async () => {
  const compiled = RE2JS.compile((await packageFrames('net/http', null)) ?? '');
  assert.ok(compiled.test('net/http.Get') && !compiled.test('net/http/pprof.Index'));
});
