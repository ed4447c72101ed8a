import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { blamedHash } from '../../../src/host/line/blame.ts';
import { cpuTime } from '../../fixtures/cpuTime.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

const folder = temporaryFolder('blame');
const identity = ['-c', 'user.name=Ada (the) Lovelace', '-c', 'user.email=ada@example.com'];
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', stdio: 'pipe' });

test('the hash of a line, abbreviated or whole, of a renamed file, marked or not', () => {
  const hash = '6be941106be941106be941106be941106be94110';
  assert.equal(blamedHash('^6be94110 (Ada Lovelace 2024-03-01 12:00:00 +0100 39) \tx // (2023)'), '6be94110');
  assert.equal(blamedHash(`${hash} old/name.go (J. (Joe) Doe   2020-12-31 00:00:00 -0800   7) x`), hash);
  assert.equal(blamedHash('?6be9411 (Ada 5 days ago 1) x'), '6be9411');
});

test('what is not committed, and what is no blame, has none', () => {
  assert.equal(blamedHash('00000000 (Not Committed Yet 2024-03-01 12:00:00 +0100 39) x'), null);
  for (const other of ['', 'fatal: no such path', '   ', 'x'.repeat(100)])
    assert.equal(blamedHash(other), null);
});

test('the hash is read whatever the user has set for blame', () => {
  git('init', '-q');
  for (const text of ['one\n', 'one\ntwo\n']) {
    writeFileSync(join(folder, 'a.go'), text);
    git('add', '.');
    git('commit', '-q', '-m', text);
  }
  const [first = '', second = ''] = git('log', '--reverse', '--format=%H').split('\n');
  for (const setting of ['date=relative', 'date=human', 'showEmail=true', 'showRoot=true', 'coloring=none']) {
    const lines = git('-c', `blame.${setting}`, 'blame', 'a.go').split('\n').map(blamedHash);
    assert.ok(first.startsWith(lines[0] ?? '-'), setting);
    assert.ok(second.startsWith(lines[1] ?? '-'), setting);
  }
  assert.equal(blamedHash(git('-c', 'blame.blankBoundary=true', 'blame', 'a.go')), '');
});

test('a name of many spaces costs nothing', () => {
  const spaces = ' '.repeat(1_000_000);
  const started = cpuTime();
  assert.equal(blamedHash(`6be94110 (${spaces} x`), '6be94110');
  assert.equal(blamedHash(`${spaces}(`), null);
  assert.ok(cpuTime() - started < 100);
});
