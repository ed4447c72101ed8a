import assert from 'node:assert/strict';
import test from 'node:test';
import { parseGoMod } from '../../../src/core/source/goMod.ts';

test('go.mod: module, blocks, comments, quotes', () => {
  const { module, require, replace, use } = parseGoMod(`// Deprecated: x
module example.com/dedupe // the service

go 1.22
require github.com/one/a v1.0.0
require (
	github.com/two/b v2.0.0+incompatible // indirect
	// github.com/off/c v1.0.0
	"github.com/quoted/d" v0.1.0
)
exclude github.com/one/a v0.9.0
replace github.com/one/a => ../a
replace (
	github.com/two/b v2.0.0+incompatible => ./third_party/b // ours
	github.com/fork/e => github.com/ours/e v1.2.3
	\`github.com/raw/f\` => "C:\\\\src\\\\f"
)
retract [v1.0.0, v1.1.0]
`);
  assert.equal(module, 'example.com/dedupe');
  assert.deepEqual([...require.keys()], ['github.com/one/a', 'github.com/two/b', 'github.com/quoted/d']);
  assert.equal(require.get('github.com/two/b'), 'v2.0.0+incompatible');
  assert.deepEqual(Object.fromEntries(replace), {
    'github.com/one/a': { kind: 'folder', path: '../a' },
    'github.com/two/b': { kind: 'folder', path: './third_party/b' },
    'github.com/fork/e': { kind: 'module', path: 'github.com/ours/e', version: 'v1.2.3' },
    'github.com/raw/f': { kind: 'folder', path: 'C:\\\\src\\\\f' },
  });
  assert.deepEqual(use, []);
});

test('go.work: use, alone and in a block, and replace', () => {
  const { module, use, replace } = parseGoMod(
    'go 1.22\nuse ./a\r\nuse (\r\n\t./b\r\n\t../c // x\r\n)\nreplace x.org/y => ./y\n',
  );
  assert.equal(module, '');
  assert.deepEqual(use, ['./a', './b', '../c']);
  assert.deepEqual(replace.get('x.org/y'), { kind: 'folder', path: './y' });
});

test('a file that is no go.mod says nothing', () => {
  for (const text of [
    '',
    '(',
    ')',
    'module',
    'replace =>',
    'replace a =>',
    'require (\n',
    '=> (',
    '\0\uffff"',
  ]) {
    const parsed = parseGoMod(text);
    assert.equal(parsed.module + parsed.require.size + parsed.replace.size + parsed.use.length, '000', text);
  }
});
