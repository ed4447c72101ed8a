import * as vscode from 'vscode';
import { commitOf } from './commitOf.ts';

export type FileChange = 'changed' | 'gone';

/** A file, and what it was when it was read. */
export interface ReadFile {
  readonly uri: vscode.Uri;
  readonly stat: vscode.FileStat;
}

/** Replacing a file deletes and creates it; only what is there after this long counts. Milliseconds. */
const settleTime = 300;

/**
 * Tells, once for each change, when a file is no longer what it was when it was read; also when it was not from the
 * start. One watcher for each folder. What a commit has never changes, whatever its file system tells of the repository.
 */
export function watchFiles(
  read: readonly ReadFile[],
  tell: (uri: vscode.Uri, change: FileChange) => void,
): vscode.Disposable {
  const files = read.filter(({ uri }) => commitOf(uri) === null);
  const watches = new Map(files.map(file => [file.uri.toString(), new FileWatch(file, tell)]));
  const folders = new Map(
    files.map(({ uri }) => {
      const folder = vscode.Uri.joinPath(uri, '..');
      return [folder.toString(), folder];
    }),
  );
  const touched = (changed: vscode.Uri): void => watches.get(changed.toString())?.touched();
  return vscode.Disposable.from(
    ...[...folders.values()].flatMap(folder => {
      // The folder is watched, because a file name may hold characters that mean something in a glob.
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
      const listeners = [
        watcher.onDidChange(touched),
        watcher.onDidCreate(touched),
        watcher.onDidDelete(touched),
      ];
      return [watcher, ...listeners];
    }),
    ...watches.values(),
  );
}

/** What is known of one file. */
class FileWatch {
  readonly #uri: vscode.Uri;
  readonly #tell: (uri: vscode.Uri, change: FileChange) => void;
  #seen: vscode.FileStat;
  #gone = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ uri, stat }: ReadFile, tell: (uri: vscode.Uri, change: FileChange) => void) {
    this.#uri = uri;
    this.#seen = stat;
    this.#tell = tell;
    void this.#look();
  }

  touched(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), settleTime);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    try {
      const now = await vscode.workspace.fs.stat(this.#uri);
      const same = now.mtime === this.#seen.mtime && now.size === this.#seen.size;
      if (same && !this.#gone) return;
      this.#gone = false;
      this.#seen = now;
      this.#tell(this.#uri, 'changed');
    } catch {
      if (this.#gone) return;
      this.#gone = true;
      this.#tell(this.#uri, 'gone');
    }
  }
}
