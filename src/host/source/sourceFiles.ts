import * as vscode from 'vscode';
import type { SourceFiles } from '../../core/source/locate.ts';
import type { SourceFile, SourceRoot } from '../../core/source/sourceRoot.ts';

/** Files of one name that are compared; more than any sane workspace has. */
const mostOfOneName = 1_000;

/** The file's address, always below its root's. */
export function uriOf(file: SourceFile): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(file.root.uri, true), file.path);
}

/** An open folder as a place to look for source. */
export function workspaceRoot(uri: vscode.Uri): SourceRoot {
  return { kind: 'workspace', uri: uri.toString(), path: uri.path };
}

/** Looks into the workspace through VS Code, whatever kind of file system it is on. */
export const sourceFiles: SourceFiles = {
  async exists(file) {
    try {
      const { type } = await vscode.workspace.fs.stat(uriOf(file));
      return (type & vscode.FileType.File) !== 0;
    } catch {
      return false;
    }
  },
  async named(name) {
    // A file name from a profile may hold characters that mean something in a glob.
    const pattern = `**/${name.replace(/[[\]{}*?]/g, '[$&]')}`;
    const found = await vscode.workspace.findFiles(pattern, undefined, mostOfOneName);
    return found.flatMap(uri => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (folder === undefined) return [];
      const root = workspaceRoot(folder.uri);
      return [{ root, path: uri.path.slice(root.path.replace(/\/$/, '').length + 1) }];
    });
  },
};
