import * as vscode from 'vscode';

/** What is used of the API of VS Code's own Git extension (version 1). */
export interface GitRepository {
  blame(path: string): Promise<string>;
  getCommit(ref: string): Promise<{ readonly message: string }>;
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
