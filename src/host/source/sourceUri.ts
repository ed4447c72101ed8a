import * as vscode from 'vscode';
import type { SourceFile, SourceRoot } from '../../core/source/sourceRoot.ts';

/** The file's address, always below its root's. */
export function uriOf(file: SourceFile): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(file.root.uri, true), file.path);
}

/** The file in the open folders that has an address, null for one in none of them. */
export function fileAt(uri: vscode.Uri): SourceFile | null {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return null;
  const root = workspaceRoot(folder.uri);
  return { root, path: uri.path.slice(root.path.replace(/\/$/, '').length + 1) };
}

/** The open folders. */
export function openRoots(): readonly SourceRoot[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => workspaceRoot(uri));
}

/** An open folder as one to look for source in. */
function workspaceRoot(uri: vscode.Uri): SourceRoot {
  return { kind: 'workspace', uri: uri.toString(), path: uri.path };
}
