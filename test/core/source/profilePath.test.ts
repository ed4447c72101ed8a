import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatPath, parseProfilePath } from '../../../src/core/source/profilePath.ts';

function read(text: string): string {
  const path = parseProfilePath(text);
  return typeof path === 'string' ? `refused: ${path}` : formatPath(path);
}

test('one form for every way to write a path', () => {
  const forms: Record<string, string> = {
    '/a//b/./c/../d.go': '/a/b/d.go',
    '/../../a.go': '/a.go',
    '../../a/b.go': 'a/b.go',
    'C:\\a\\b.go': '/c:/a/b.go',
    'c:/a/b.go': '/c:/a/b.go',
    'a\\b.go': 'a/b.go',
    'file:///a%20b/c.js': '/a b/c.js',
    'file://localhost/a/c.js': '/a/c.js',
    'file:///C:/a/c.js#x': '/c:/a/c.js',
    'https://host:8080/a/c.js?v=1': 'a/c.js',
    'app:///dist/main.js': 'dist/main.js',
    'webpack:///(app-pages-browser)/./src/a.tsx': 'src/a.tsx',
    'file:///a/%2e%2e/b.js': '/b.js',
    'file:///a/%252e%252e/b.js': '/a/%2e%2e/b.js',
  };
  for (const [text, expected] of Object.entries(forms)) assert.equal(read(text), expected, text);
});

test('what is no file is refused, and says why', () => {
  const refused: Record<string, string> = {
    ' ': 'empty',
    '/': 'empty',
    './': 'empty',
    '//server/share/a.go': 'unsafe',
    '\\\\?\\C:\\a.go': 'unsafe',
    'file:a.go': 'unsafe',
    'file:///%E0%A4%A': 'unsafe',
    'mailto:a@b.c': 'unsafe',
    'node:fs': 'builtin',
    'native array.js': 'builtin',
    '/app/<anonymous>': 'generated',
    _cgo_gotypes: '',
    '_cgo_gotypes.go': 'generated',
    'wasm://wasm/0a1b': 'generated',
  };
  for (const [text, reason] of Object.entries(refused)) {
    assert.equal(read(text), reason === '' ? text : `refused: ${reason}`, text);
  }
});

test('reading what was read changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '..', '.', '', 'b c', 'é')),
      fc.boolean(),
      (segments, absolute) => {
        const once = read((absolute ? '/' : './') + segments.join('/'));
        if (!once.startsWith('refused')) assert.equal(read(once), once);
      },
    ),
  );
});
