import assert from 'node:assert/strict';
import test from 'node:test';
import { escapeModule, goImportPath, hasHost, unescapeModule } from '../../../src/core/source/goPackage.ts';

test('the package of a Go function', () => {
  const packages: Record<string, string | null> = {
    'net/http.(*conn).serve': 'net/http',
    'go.etcd.io/etcd/api/v3/mvccpb.(*KeyValue).Unmarshal': 'go.etcd.io/etcd/api/v3/mvccpb',
    'gopkg.in/yaml%2ev2.unmarshal': 'gopkg.in/yaml.v2',
    'example.com/a.Map[go.shape.struct { example.com/b.T }].Put': 'example.com/a',
    'example.com/a.(*Map[example.com/b/c.T]).Put.func1': 'example.com/a',
    'example.com/a_test.TestPut': 'example.com/a',
    'runtime.malg': 'runtime',
    'main.(*dedupeCache).seen': null,
    'main_test.f': null,
    'type..eq.[2]interface {}': null,
    'std::vector<int>::push_back': null,
    malloc: null,
    '': null,
    '.f': null,
    'a/../b.f': null,
  };
  for (const [name, expected] of Object.entries(packages)) assert.equal(goImportPath(name), expected, name);
});

test('capitals in the module cache, there and back', () => {
  assert.equal(escapeModule('github.com/BurntSushi/toml'), 'github.com/!burnt!sushi/toml');
  assert.equal(unescapeModule('github.com/!burnt!sushi/toml'), 'github.com/BurntSushi/toml');
});

test('a host has a dot in the first segment', () => {
  assert.ok(hasHost('go.etcd.io/raft'));
  assert.ok(!hasHost('net/http.x'));
  assert.ok(!hasHost('.hidden/x'));
});
