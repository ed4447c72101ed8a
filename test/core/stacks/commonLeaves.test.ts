import assert from 'node:assert/strict';
import test from 'node:test';
import { internLines } from '../../../src/core/names/lineTable.ts';
import { commonLeaves } from '../../../src/core/stacks/commonLeaves.ts';
import { heap } from '../answers/lookAt.ts';

function common(...captures: string[][]): string[] {
  const profiles = captures.map(lines => heap(...lines));
  const lines = internLines(profiles);
  const marked = commonLeaves(profiles, lines, (_, file) => file.startsWith('own/'));
  return [...new Set(Array.from(lines.name, (name, line) => (marked[line] ? (lines.names[name] ?? '') : '')))]
    .filter(Boolean)
    .sort();
}

test('what every stack of both files ends in, however deep', () => {
  assert.deepEqual(common(['main;a;hook;take 1', 'main;b;hook;take 2'], ['main;a;hook;take 1']), [
    'hook',
    'take',
  ]);
});

test('one caller only: it may be the site itself', () => {
  assert.deepEqual(common(['main;leak 1'], ['main;leak 5']), []);
  assert.deepEqual(common(['main;before;buffer 1'], ['main;after;buffer 1']), []);
});

test('a caller of the same package: it is part of the program', () => {
  const leak = 'main.leak@/src/leak.go:3';
  assert.deepEqual(common([`main.a@/src/a.go:1;${leak} 1`, `main.b@/src/a.go:2;${leak} 1`]), []);
});

test('one stack that ends elsewhere', () => {
  assert.deepEqual(common(['a;take 1', 'b;take 1'], ['c 1']), []);
});

test('the reader’s own is skipped for more of the reader’s own only', () => {
  const take = 'take@own/pool/p.go:1';
  assert.deepEqual(common([`a@own/a.go:1;${take} 1`, `b@own/b.go:1;${take} 1`]), ['take']);
  assert.deepEqual(common([`a@own/a.go:1;${take} 1`, `b@lib.go:1;${take} 1`]), []);
  assert.deepEqual(common([`a@own/a.go:1;${take} 1`, `b@own/b.go:1;${take} 1`, `${take} 1`]), []);
  const malloc = 'grab@lib.go:1';
  assert.deepEqual(common([`a@lib.go:1;${take};${malloc} 1`, `b@own/b.go:1;${take};${malloc} 1`]), []);
});
