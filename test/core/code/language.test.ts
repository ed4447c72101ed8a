import assert from 'node:assert/strict';
import test from 'node:test';
import { grammarOf, languageOf } from '../../../src/core/code/language.ts';

test('the extension tells the language, whatever its case', () => {
  const paths = [
    '/build/cache.go',
    'a.CC',
    'b.hpp',
    'lib.rs',
    'x.mjs',
    'y.tsx',
    'z.d.ts',
    'tool.py',
    'A.java',
  ];
  assert.deepEqual(paths.map(languageOf), [
    'go',
    'cpp',
    'cpp',
    'rust',
    'javascript',
    'javascript',
    'javascript',
    'python',
    'java',
  ]);
});

test('TypeScript and its JSX are grammars of their own', () => {
  assert.deepEqual(['a.js', 'a.jsx', 'a.mts', 'a.tsx'].map(grammarOf), [
    'javascript',
    'javascript',
    'typescript',
    'tsx',
  ]);
});

test('other files have none, nor have names that only look like an extension', () => {
  for (const path of ['Makefile', 'main.kt', 'go', 'a.constructor', 'a.go.orig', '']) {
    assert.equal(languageOf(path), null, path);
  }
});
