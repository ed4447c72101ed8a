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
  log(options: { readonly maxParents: number; readonly maxEntries: number }): Promise<GitCommit[]>;
  readonly state: { readonly onDidChange: vscode.Event<void> };
}

interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The repository that a file is in; null when there is none, or no Git. */
export async function repositoryOf(uri: vscode.Uri): Promise<GitRepository | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined || uri.scheme !== 'file') return null;
  try {
    const git = await extension.activate();
    return git.enabled ? git.getAPI(1).getRepository(uri) : null;
  } catch {
    return null;
  }
}
