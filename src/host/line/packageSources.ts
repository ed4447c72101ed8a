import * as vscode from 'vscode';
import { type Language, languageOf } from '../../core/code/language.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import type { CodePackage } from '../../engine/code/codePackage.ts';
import { lengthOf, type Text, type Texts } from '../../engine/code/text.ts';
import { Disposable } from '../disposable.ts';
import { textNow } from './textNow.ts';

/** Past these a folder is no package that anybody reads in the time a hover takes. */
const mostFiles = 300;
const mostBytes = 16 << 20;
/** Folders that are kept; each may have as many bytes. */
const mostFolders = 4;

/** Languages of which there are hints. */
const hinted: ReadonlySet<Language> = new Set(['go', 'java', 'javascript', 'python', 'rust'] as const);

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
      '**/*.{go,java,js,jsx,cjs,mjs,ts,tsx,cts,mts,py,rs}',
    );
    this.registerAll(
      watcher,
      watcher.onDidCreate(uri => this.#forget(keyOf(uri))),
      watcher.onDidDelete(uri => this.#forget(keyOf(uri))),
      watcher.onDidChange(uri => this.#changed(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#changed(document.uri);
      }),
    );
  }

  /** All files of the document's package, what is typed included; null for a language of which there are no hints. */
  async of({ uri }: vscode.TextDocument): Promise<CodePackage | null> {
    const language = languageOf(uri.path);
    if (language === null || !hinted.has(language)) return null;
    const key = keyOf(uri);
    const folder = this.#folders.get(key) ?? {
      code: this.#client.package(() => readFolder(folderOf(uri), language)),
      changed: new Map(),
    };
    this.#folders.delete(key);
    this.#folders.set(key, folder);
    const [oldest] = this.#folders.keys();
    if (this.#folders.size > mostFolders && oldest !== undefined) this.#forget(oldest);
    const changed = [...folder.changed];
    folder.changed.clear();
    for (const [name, file] of changed) {
      const text = await textNow(file, mostBytes).catch(() => null);
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

/** None when they are too many to read, or cannot be. */
async function readFolder(folder: vscode.Uri, language: Language): Promise<Texts> {
  const texts = new Map<string, Text>();
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder))
      .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && languageOf(name) === language)
      .map(([name]) => name);
    if (names.length > mostFiles) return new Map();
    let bytes = 0;
    for (const name of names) {
      const text = await textNow(vscode.Uri.joinPath(folder, name), mostBytes);
      bytes += lengthOf(text);
      if (bytes > mostBytes) return new Map();
      texts.set(name, text);
    }
    return texts;
  } catch {
    return new Map();
  }
}
