import * as vscode from 'vscode';
import { languageOf } from '../../core/code/language.ts';
import { maxSourceLength } from '../../core/hints/hint.ts';
import { Disposable } from '../disposable.ts';

/** Past these a folder is no package that anybody reads in the time a hover takes. */
const mostFiles = 300;
const mostBytes = 16 << 20;
/** Folders that are kept; each may have as many bytes. */
const mostFolders = 4;

interface Folder {
  sources: Promise<ReadonlyMap<string, string>>;
  /** Documents typed in since the sources were put together. */
  readonly edited: Set<vscode.TextDocument>;
}

/** The source files of folders, by file name, read once until one of them changes. */
export class PackageSources extends Disposable {
  readonly #folders = new Map<string, Folder>();

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
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#folders.get(folderOf(document.uri).toString())?.edited.add(document);
      }),
    );
  }

  /** All files of the document's package, unsaved changes included; none when they are too many to read. */
  of(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
    const key = folderOf(document.uri).toString();
    const folder = this.#folders.get(key) ?? { sources: readFolder(document.uri), edited: new Set() };
    if (folder.edited.size > 0) {
      const edited = [...folder.edited];
      folder.edited.clear();
      folder.sources = folder.sources.then(sources => withTexts(sources, edited));
    }
    this.#folders.delete(key);
    this.#folders.set(key, folder);
    const oldest = this.#folders.keys().next();
    if (this.#folders.size > mostFolders && !oldest.done) this.#folders.delete(oldest.value);
    return folder.sources;
  }
}

/** The sources with what has been typed in some of them. */
function withTexts(
  sources: ReadonlyMap<string, string>,
  documents: readonly vscode.TextDocument[],
): ReadonlyMap<string, string> {
  const now = new Map(sources);
  for (const document of documents) {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    if (!now.has(name)) continue;
    const text = document.getText();
    if (text.length <= maxSourceLength) now.set(name, text);
    else now.delete(name);
  }
  return now;
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
