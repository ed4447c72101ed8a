import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { Workspace } from './workspace.ts';

/** Puts the workspace under version control, as Ada left it. */
export function commitAll(workspace: Workspace): void {
  git(workspace, 'init', '--quiet');
  commitChanges(workspace, 'Remember sessions');
}

/** Commits what has changed since. */
export function commitChanges(workspace: Workspace, message: string): void {
  git(workspace, 'add', '.');
  git(workspace, 'commit', '--quiet', '--message', message);
}

/** The commit in front, abbreviated as we show it. */
export function headOf(workspace: Workspace): string {
  return git(workspace, 'rev-parse', 'HEAD').slice(0, 7);
}

function git({ folder }: Workspace, ...args: readonly string[]): string {
  const settings = ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=ada@example.com'];
  const date = '2024-03-01T12:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], { cwd: folder, env });
  assert.equal(status, 0, stderr.toString());
  return stdout.toString().trim();
}
