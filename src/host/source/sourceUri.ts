import * as vscode from 'vscode';
import type { SourceFile, SourceRoot } from '../../core/source/sourceRoot.ts';

/** The file's address, always below its root's. */
export function uriOf(file: SourceFile): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(file.root.uri, true), file.path);
}

/** An open folder as one to look for source in. */
export function workspaceRoot(uri: vscode.Uri): SourceRoot {
  return { kind: 'workspace', uri: uri.toString(), path: uri.path };
}
