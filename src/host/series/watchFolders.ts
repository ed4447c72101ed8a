import * as vscode from 'vscode';
import { isCapture } from '../../core/profileNames.ts';

/** Tells of captures that come into these folders. */
export function watchFolders(
  folders: readonly vscode.Uri[],
  tell: (uri: vscode.Uri) => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...folders.flatMap(folder => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '*'),
        false,
        true,
        true,
      );
      const listener = watcher.onDidCreate(uri => {
        if (isCapture(uri.path.slice(uri.path.lastIndexOf('/') + 1))) tell(uri);
      });
      return [watcher, listener];
    }),
  );
}
