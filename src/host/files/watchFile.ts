import * as vscode from 'vscode';

export type FileChange = 'changed' | 'gone';

/** Replacing a file deletes and creates it; only what is there after this long counts. Milliseconds. */
const settleTime = 300;

/** Tells, once for each change, when a file is no longer what it was at `read`; also when it was not from the start. */
export function watchFile(
  uri: vscode.Uri,
  read: vscode.FileStat,
  tell: (change: FileChange) => void,
): vscode.Disposable {
  // The folder is watched, because a file name may hold characters that mean something in a glob.
  const folder = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*');
  const watcher = vscode.workspace.createFileSystemWatcher(folder);
  let seen = read;
  let gone = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    try {
      const now = await vscode.workspace.fs.stat(uri);
      const same = now.mtime === seen.mtime && now.size === seen.size;
      if (same && !gone) return;
      gone = false;
      seen = now;
      tell('changed');
    } catch {
      if (gone) return;
      gone = true;
      tell('gone');
    }
  };
  const touched = (changed: vscode.Uri): void => {
    if (changed.toString() !== uri.toString()) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), settleTime);
  };

  void look();

  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(touched),
    watcher.onDidCreate(touched),
    watcher.onDidDelete(touched),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
