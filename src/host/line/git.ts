import * as vscode from 'vscode';

/** A commit as the Git extension tells it. */
export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly authorName?: string;
  readonly authorDate?: Date;
}

/** What is used of the API of VS Code's own Git extension (version 1). */
export interface GitRepository {
  blame(path: string): Promise<string>;
  getCommit(ref: string): Promise<GitCommit>;
  /** Newest first; with `path`, those that changed that file. */
  log(options: {
    readonly maxEntries: number;
    readonly maxParents?: number;
    readonly path?: string;
  }): Promise<GitCommit[]>;
  readonly state: { readonly onDidChange: vscode.Event<void> };
}

/** How long the first look for repositories is waited for in a window that has just opened. Milliseconds. */
const patience = 20_000;

interface GitApi {
  /** Until it is initialized no repository is known. */
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<GitApi['state']>;
  getRepository(uri: vscode.Uri): GitRepository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The repository that a file is in; null when there is none, or no Git. */
export async function repositoryOf(uri: vscode.Uri): Promise<GitRepository | null> {
  return (await gitFor(uri))?.getRepository(uri) ?? null;
}

/** The address at which the Git extension's file system has a file as it was at a commit; null without Git. */
export async function addressAt(uri: vscode.Uri, hash: string): Promise<vscode.Uri | null> {
  return (await gitFor(uri))?.toGitUri(uri, hash) ?? null;
}

async function gitFor(uri: vscode.Uri): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined || uri.scheme !== 'file') return null;
  try {
    const git = await extension.activate();
    if (!git.enabled) return null;
    const api = git.getAPI(1);
    await initialized(api);
    return api;
  } catch {
    return null;
  }
}

/** Waits until the repositories of the open folders are known. */
async function initialized({ state, onDidChangeState }: GitApi): Promise<void> {
  if (state === 'initialized') return;
  await new Promise<void>(resolve => {
    const over = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const listener = onDidChangeState(over);
    const timer = setTimeout(over, patience);
  });
}
