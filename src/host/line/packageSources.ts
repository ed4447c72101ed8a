import * as vscode from 'vscode';
import { languageOf } from '../../core/code/language.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import type { CodePackage } from '../../engine/code/codePackage.ts';
import { type FolderFiles, folderTexts, mostFolderBytes } from '../../engine/code/folderTexts.ts';
import { Disposable } from '../disposable.ts';
import { textNow } from './textNow.ts';

/** Folders that are kept; each may have as many bytes. */
const mostFolders = 4;

const isHeader = /\.(?:h|hh|hpp|hxx|inl)$/i;

interface Folder {
  readonly code: CodePackage;
  /** Files that are others since they were last sent. */
  readonly changed: Map<string, vscode.Uri>;
}

/** The source files of folders, by file name: in the thread that reads code, once, and again as they change. */
export class PackageSources extends Disposable {
  readonly #client: CodeClient;
  readonly #folders = new Map<string, Folder>();

  constructor(client: CodeClient) {
    super();
    this.#client = client;
    const watcher = vscode.workspace.createFileSystemWatcher(
      '**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,inl,go,java,js,jsx,cjs,mjs,ts,tsx,cts,mts,py,rs}',
    );
    this.registerAll(
      watcher,
      watcher.onDidCreate(uri => this.#listed(uri)),
      watcher.onDidDelete(uri => this.#listed(uri)),
      watcher.onDidChange(uri => this.#changed(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#changed(document.uri);
      }),
    );
  }

  /** All files of the document's package, what is typed included; null for a language of which there are no hints. */
  async of({ uri }: vscode.TextDocument): Promise<CodePackage | null> {
    const language = languageOf(uri.path);
    if (language === null) return null;
    const key = keyOf(uri);
    const folder = this.#folders.get(key) ?? {
      code: this.#client.package(() => folderTexts(language, filesOf(folderOf(uri)))),
      changed: new Map(),
    };
    this.#folders.delete(key);
    this.#folders.set(key, folder);
    const [oldest] = this.#folders.keys();
    if (this.#folders.size > mostFolders && oldest !== undefined) this.#forget(oldest);
    const changed = [...folder.changed];
    folder.changed.clear();
    for (const [name, file] of changed) {
      const text = await textNow(file, mostFolderBytes).catch(() => null);
      // It cannot be read any more; what there is instead is for the next question to find out.
      if (text === null) folder.code.close();
      else folder.code.change(name, text);
    }
    return folder.code;
  }

  override dispose(): void {
    for (const key of [...this.#folders.keys()]) this.#forget(key);
    super.dispose();
  }

  #changed(uri: vscode.Uri): void {
    this.#folders.get(keyOf(uri))?.changed.set(nameOf(uri), uri);
    this.#closeIncluding(uri);
  }

  /** A file has come or gone. */
  #listed(uri: vscode.Uri): void {
    this.#forget(keyOf(uri));
    this.#closeIncluding(uri);
  }

  /** A header may be that of sources in other folders, too. */
  #closeIncluding(uri: vscode.Uri): void {
    if (!isHeader.test(uri.path)) return;
    for (const [key, { code }] of this.#folders)
      if (key.startsWith('cpp ') && key !== keyOf(uri)) code.close();
  }

  #forget(key: string): void {
    this.#folders.get(key)?.code.close();
    this.#folders.delete(key);
  }
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

/** Files of one language in one folder belong together. */
function keyOf(uri: vscode.Uri): string {
  return `${languageOf(uri.path)} ${folderOf(uri)}`;
}

function filesOf(folder: vscode.Uri): FolderFiles {
  const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder, path);
  return {
    names: async () =>
      (await vscode.workspace.fs.readDirectory(folder))
        .filter(([, type]) => (type & vscode.FileType.File) !== 0)
        .map(([name]) => name),
    text: (name, most) => textNow(file(name), most),
    // What an open folder has.
    elsewhere: async (path, most) =>
      vscode.workspace.getWorkspaceFolder(file(path)) === undefined
        ? null
        : textNow(file(path), most).catch(() => null),
  };
}
