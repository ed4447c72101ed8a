import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { lineAuthor, parseBlame } from '../../src/disk/lineAuthor.ts';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';

const folder = temporaryFolder('author');
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=a@b.c', ...args], {
    cwd: folder,
    stdio: 'pipe',
  });
};

test('who wrote a line, as git has it; nothing of the repository’s own is run', async () => {
  const file = join(folder, 'a b.go');
  git('init', '-q');
  writeFileSync(file, 'one\n');
  writeFileSync(join(folder, '.gitattributes'), '*.go diff=evil\n');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin `here`', '--date', '2024-03-01T23:30:00+0200');
  const ran = join(folder, 'ran');
  git('config', 'core.fsmonitor', `touch ${ran}; false`);
  git('config', 'diff.evil.textconv', `touch ${ran}; cat`);
  writeFileSync(file, 'one\ntwo\n');
  const author = await lineAuthor(file, 1);
  assert.deepEqual(author && { ...author, hash: author.hash.length }, {
    hash: 8,
    author: 'Ada Lovelace',
    date: '2024-03-01',
    subject: 'Begin `here`',
  });
  assert.equal(await lineAuthor(file, 2), null, 'not committed');
  assert.equal(await lineAuthor(file, 9), null);
  assert.ok(!existsSync(ran));
});

test('no repository, and what is no blame, have no author', async () => {
  const alone = temporaryFolder('alone');
  writeFileSync(join(alone, 'c.go'), 'one\n');
  assert.equal(await lineAuthor(join(alone, 'c.go'), 1), null);
  for (const text of ['', 'fatal: no', `${'a'.repeat(40)} 1 1 1\nauthor A\nauthor-time never\n`])
    assert.equal(parseBlame(text), null);
});
