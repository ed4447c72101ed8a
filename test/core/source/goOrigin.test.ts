import assert from 'node:assert/strict';
import test from 'node:test';
import { goOrigin } from '../../../src/core/source/goOrigin.ts';
import { parseProfilePath } from '../../../src/core/source/profilePath.ts';

function origin(text: string, functionName = '') {
  const path = parseProfilePath(text);
  assert.ok(typeof path !== 'string');
  return goOrigin(path, functionName);
}

test('a module and its version, in either spelling', () => {
  const expected = {
    module: 'github.com/BurntSushi/toml/v2',
    version: 'v2.1.0-RC1',
    file: 'internal/decode.go',
  };
  for (const text of [
    'github.com/BurntSushi/toml/v2@v2.1.0-RC1/internal/decode.go',
    '/x/pkg/mod/github.com/!burnt!sushi/toml/v2@v2.1.0-!r!c1/internal/decode.go',
    '/cache/github.com/!burnt!sushi/toml/v2@v2.1.0-!r!c1/internal/decode.go',
  ]) {
    assert.deepEqual(origin(text).cached, expected, text);
  }
  assert.equal(origin('/x/me@home/a.go').cached, null);
});

test('import path and file, from the function, vendor, GOPATH or the path itself', () => {
  assert.deepEqual(origin('/app/x.go', 'example.com/a/b.F').files, ['example.com/a/b/x.go']);
  assert.deepEqual(origin('/app/vendor/go.uber.org/zap/x.go').files, ['go.uber.org/zap/x.go']);
  assert.deepEqual(origin('/go/src/github.com/a/b/x.go', 'main.main').files, ['github.com/a/b/x.go']);
  assert.deepEqual(origin('example.com/a/x.go', 'main.main').files, ['example.com/a/x.go']);
  assert.deepEqual(origin('/app/x.cc', 'example.com/a.F').files, []);
});

test("the standard library by its distribution's folder or by its own package", () => {
  assert.deepEqual(origin('/usr/local/go/src/net/http/server.go').standard, {
    file: 'net/http/server.go',
    sure: true,
  });
  assert.deepEqual(origin('/odd/src/net/http/server.go', 'net/http.F').standard, {
    file: 'net/http/server.go',
    sure: false,
  });
  assert.deepEqual(origin('runtime/map.go', 'reflect.makemap').standard, {
    file: 'runtime/map.go',
    sure: true,
  });
  assert.equal(origin('/odd/src/net/http/server.go', 'main.main').standard, null);
  assert.equal(origin('log/log.go', 'example.com/log.F').standard, null);
  assert.equal(origin('/usr/local/go/src/example.com/a/x.go').standard, null);
});
