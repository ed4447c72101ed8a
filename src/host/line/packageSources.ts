import * as vscode from 'vscode';
import { languageOf } from '../../core/code/language.ts';
import { maxSourceLength } from '../../core/hints/hint.ts';
import { Disposable } from '../disposable.ts';

/** Past these a folder is no package that anybody reads in the time a hover takes. */
const mostFiles = 300;
const mostBytes = 16 << 20;

/** The source files of folders, by file name, read once until one of them changes. */
export class PackageSources extends Disposable {
  readonly #folders = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor() {
    super();
    const forget = (uri: vscode.Uri): void => {
      this.#folders.delete(folderOf(uri).toString());
    };
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{go,js,jsx,cjs,mjs,ts,tsx,cts,mts}');
    this.registerAll(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeTextDocument(({ document }) => forget(document.uri)),
    );
  }

  /** All files of the document's package, unsaved changes included; none when they are too many to read. */
  of(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
    const key = folderOf(document.uri).toString();
    let sources = this.#folders.get(key);
    if (sources === undefined) {
      sources = readFolder(document.uri);
      this.#folders.set(key, sources);
    }
    return sources;
  }
}

function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

async function readFolder(of: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  const folder = folderOf(of);
  const language = languageOf(of.path);
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder))
      .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && languageOf(name) === language)
      .map(([name]) => name)
      .filter(name => !name.endsWith('_test.go'));
    if (names.length > mostFiles) return new Map();
    const open = new Map(vscode.workspace.textDocuments.map(each => [each.uri.toString(), each]));
    const sources = new Map<string, string>();
    let bytes = 0;
    for (const name of names) {
      const uri = vscode.Uri.joinPath(folder, name);
      const document = open.get(uri.toString());
      const content = document === undefined ? await vscode.workspace.fs.readFile(uri) : null;
      bytes += content?.length ?? 0;
      if (bytes > mostBytes) return new Map();
      const text = document?.getText() ?? new TextDecoder().decode(content ?? undefined);
      if (text.length <= maxSourceLength) sources.set(name, text);
    }
    return sources;
  } catch {
    return new Map();
  }
}
