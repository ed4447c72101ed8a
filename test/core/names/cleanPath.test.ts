import assert from 'node:assert/strict';
import test from 'node:test';
import { cleanPath } from '../../../src/core/names/cleanPath.ts';

// What Go's path.Clean gives for each, after the sandbox is taken away.
const paths: readonly [path: string, expected: string][] = [
  ['', ''],
  ['main.go', 'main.go'],
  ['./csu/../csu/x.c', 'csu/x.c'],
  ['/a//b/./c/', '/a/b/c'],
  ['/../a', '/a'],
  ['../../a/../b', '../../b'],
  ['a/..', '.'],
  ['/', '/'],
  ['/..', '/'],
  ['a.b/..c/d..go', 'a.b/..c/d..go'],
  ['C:\\src\\main.c', 'C:\\src\\main.c'],
  ['/proc/self/cwd/external/x.cc', 'external/x.cc'],
  ['/proc/self/cwd/./main.go', 'main.go'],
];

for (const [path, expected] of paths) {
  test(`"${path}" is "${expected}"`, () => {
    assert.equal(cleanPath(path), expected);
  });
}
