import assert from 'node:assert/strict';
import test from 'node:test';
import { languageOf } from '../../../src/core/source/language.ts';

test('a file is read by its extension', () => {
  const files: Readonly<Record<string, string | null>> = {
    'a/b.go': 'go',
    'a.c': 'cpp',
    'A.HPP': 'cpp',
    'src/lib.rs': 'rust',
    'a.test.tsx': 'javascript',
    'a.mjs': 'javascript',
    'a.py': 'python',
    'a.rb': null,
    'a.go.txt': null,
    go: null,
    '': null,
    'a.': null,
    'a.constructor': null,
  };
  for (const [path, language] of Object.entries(files)) assert.equal(languageOf(path), language, path);
});
