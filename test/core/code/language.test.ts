import assert from 'node:assert/strict';
import test from 'node:test';
import { languageOf } from '../../../src/core/code/language.ts';

test('the extension tells the language, whatever its case', () => {
  const paths = ['/build/cache.go', 'a.CC', 'b.hpp', 'lib.rs', 'x.mjs', 'y.tsx', 'z.d.ts', 'tool.py'];
  assert.deepEqual(paths.map(languageOf), [
    'go',
    'cpp',
    'cpp',
    'rust',
    'javascript',
    'javascript',
    'javascript',
    'python',
  ]);
});

test('other files have none, nor have names that only look like an extension', () => {
  for (const path of ['Makefile', 'main.java', 'go', 'a.constructor', 'a.go.orig', '']) {
    assert.equal(languageOf(path), null, path);
  }
});
