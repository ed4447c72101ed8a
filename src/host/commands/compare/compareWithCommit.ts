import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { shown } from '../../../core/shown.ts';
import { shortHash } from '../../files/commitOf.ts';
import { commitNamed, commitsOf, versionAt } from '../../files/versions.ts';
import { commitAuthor } from '../../line/commitAuthor.ts';
import { type GitCommit, type GitRepository, repositoryOf } from '../../line/git.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import { askText, type Choice, pick } from '../../say/ask.ts';
import { complain } from '../../say/notify.ts';
import { say } from '../../say/say.ts';

/** Compares a file with what Git has of it at HEAD, which is the base. */
export async function compareWithHead(panels: DiffPanels, current: vscode.Uri): Promise<void> {
  const repository = await repositoryFor(current);
  if (repository === null) return;
  const head = await commitNamed(repository, 'HEAD');
  if (head === null) {
    void complain(
      say(l10n.t('This repository has no commit yet. Commit the profile, and compare the next capture.')),
    );
  } else await compareWith(panels, repository, current, head, 'HEAD');
}

/** The same at a commit that is asked for, of those that changed the file or any other. */
export async function compareWithCommit(panels: DiffPanels, current: vscode.Uri): Promise<void> {
  const repository = await repositoryFor(current);
  if (repository !== null) await choose(panels, repository, current);
}

async function repositoryFor(uri: vscode.Uri): Promise<GitRepository | null> {
  const repository = await repositoryOf(uri);
  if (repository === null) {
    const name = vscode.workspace.asRelativePath(uri);
    void complain(
      say(
        l10n.t(
          "{0} is in no Git repository that VS Code has open. Open its repository's folder, and choose this there.",
        ),
        name,
      ),
    );
  }
  return repository;
}

async function choose(panels: DiffPanels, repository: GitRepository, current: vscode.Uri): Promise<void> {
  const commit = await askForCommit(repository, current);
  if (commit !== undefined) await compareWith(panels, repository, current, commit, '');
}

/** `name` is what the commit is called besides its hash. */
async function compareWith(
  panels: DiffPanels,
  repository: GitRepository,
  current: vscode.Uri,
  commit: GitCommit,
  name: string,
): Promise<void> {
  const short = shortHash(commit.hash);
  const when = name === '' ? shown(short) : say`${name} (${short})`;
  const version = await versionAt(repository, current, commit, when);
  if ('uri' in version) {
    // The base is what was asked for, whichever was captured earlier.
    panels.compare({ base: version.uri, current }, 'asGiven');
    return;
  }
  const another = say(l10n.t('Choose a Commit…'));
  const picked = await complain(version.missing, ...(version.isElsewhere ? [another] : []));
  if (picked === another) await choose(panels, repository, current);
}

/** Undefined when the user thinks better of it. */
async function askForCommit(repository: GitRepository, uri: vscode.Uri): Promise<GitCommit | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  const title = say(l10n.t('Compare {0} with a Commit'), name);
  const offered = (await commitsOf(repository, uri)).map(asChoice);
  const other: Choice<GitCommit | null> = {
    label: say(l10n.t('Another Commit, Branch or Tag…')),
    icon: 'git-commit',
    always: true,
    value: null,
  };
  const placeHolder = say(l10n.t('Commits that changed the profile, newest first'));
  const picked = await pick<GitCommit | null>(title, placeHolder, [...offered, other]);
  if (picked?.value !== null) return picked?.value;
  const prompt = say(l10n.t('A branch, a tag, the beginning of a hash, or HEAD~2'));
  const typed = await askText({ title, prompt, placeHolder: shown('HEAD~2') });
  if (typed === undefined) return undefined;
  const commit = await commitNamed(repository, typed.trim());
  if (commit === null) void complain(say(l10n.t('Git knows no commit by the name {0}.'), typed));
  return commit ?? undefined;
}

function asChoice(commit: GitCommit): Choice<GitCommit> {
  const known = commitAuthor(commit);
  const short = shortHash(commit.hash);
  return {
    label: shown(known?.subject ?? short),
    description: known === null ? shown(short) : say`${short} · ${known.author}, ${known.date}`,
    value: commit,
  };
}
