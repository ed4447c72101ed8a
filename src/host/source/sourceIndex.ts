import * as vscode from 'vscode';
import type { SourceWorkspace } from '../../core/source/candidates.ts';
import { type GoModText, resolveGoModules } from '../../core/source/goModules.ts';
import { workspaceRoot } from './sourceUri.ts';

const goModules = '**/go.{mod,work}';
const libraries = '**/{node_modules,vendor}/**';
const mostGoModules = 200;

/** Where source may stand in the open folders, read once and again when go.mod files or folders change. */
export class SourceIndex implements vscode.Disposable {
  #workspace: Promise<SourceWorkspace> | null = null;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watching: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(goModules);
    const forget = (): void => {
      this.#workspace = null;
      this.#changed.fire();
    };
    this.#watching = vscode.Disposable.from(
      watcher,
      this.#changed,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  get(): Promise<SourceWorkspace> {
    this.#workspace ??= read();
    return this.#workspace;
  }

  dispose(): void {
    this.#watching.dispose();
  }
}

async function read(): Promise<SourceWorkspace> {
  const found = await vscode.workspace.findFiles(goModules, libraries, mostGoModules);
  const texts = await Promise.all(found.map(readText));
  return {
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => workspaceRoot(uri)),
    modules: resolveGoModules(texts.filter(text => text !== null)),
    moduleCache: null,
    goroot: null,
    outside: null,
    substitutions: [],
  };
}

/** Null for a file that went away between being found and being read. */
async function readText(uri: vscode.Uri): Promise<GoModText | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { path: uri.path, text: new TextDecoder().decode(bytes) };
  } catch {
    return null;
  }
}
