import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { addressAt, type GitCommit, type GitRepository } from '../line/git.ts';
import { say } from '../say/say.ts';

/** More commits than anyone scrolls through. */
const mostCommits = 200;
/** A pointer of Git LFS has three short lines. */
const longestPointer = 1_024;
const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\//;

/** A file as Git has it at a commit, or why it cannot be had; `isElsewhere`: other commits have it. */
export type Version =
  | { readonly uri: vscode.Uri }
  | { readonly missing: Shown; readonly isElsewhere: boolean };

/** Commits that changed a file, newest first. Throws what Git says. */
export function commitsOf(repository: GitRepository, uri: vscode.Uri): Promise<readonly GitCommit[]> {
  return repository.log({ path: uri.fsPath, maxEntries: mostCommits });
}

/** What a branch, a tag, `HEAD~2` or the beginning of a hash names; null where that is nothing. */
export async function commitNamed(repository: GitRepository, name: string): Promise<GitCommit | null> {
  // What begins like an option would be one.
  if (name === '' || name.startsWith('-')) return null;
  try {
    return await repository.getCommit(name);
  } catch {
    return null;
  }
}

/** The file as it was at a commit, which is called `when` in a sentence. */
export async function versionAt(
  repository: GitRepository,
  uri: vscode.Uri,
  { hash }: GitCommit,
  when: Shown,
): Promise<Version> {
  const name = vscode.workspace.asRelativePath(uri);
  const address = await addressAt(uri, hash);
  const size = address === null ? null : await sizeOf(address);
  if (address === null || size === null) {
    const [any] = await commitsOf(repository, uri);
    if (any === undefined) {
      const missing = say(
        l10n.t(
          'No commit has {0} yet, so that Git has nothing to compare it with. Commit it, and compare the next capture.',
        ),
        name,
      );
      return { missing, isElsewhere: false };
    }
    return {
      missing: say(l10n.t('{0} did not exist at {1}. Choose another commit.'), name, when),
      isElsewhere: true,
    };
  }
  if (
    size <= longestPointer &&
    pointer.test(new TextDecoder().decode(await vscode.workspace.fs.readFile(address)))
  ) {
    const missing = say(
      l10n.t(
        'At {0} Git has only a pointer of Git LFS for {1}. Check that commit out in a folder of its own (git worktree add), where LFS fetches the file, and compare the two files.',
      ),
      when,
      name,
    );
    return { missing, isElsewhere: true };
  }
  return { uri: address };
}

async function sizeOf(address: vscode.Uri): Promise<number | null> {
  try {
    return (await vscode.workspace.fs.stat(address)).size;
  } catch {
    return null;
  }
}
