import * as vscode from 'vscode';
import type { SourceWorkspace } from '../../core/source/candidates.ts';
import { type GoModText, resolveGoModules } from '../../core/source/goModules.ts';
import type { SourceRoot } from '../../core/source/sourceRoot.ts';
import { Disposable } from '../disposable.ts';
import { findFiles } from '../findFiles.ts';
import type { SourceChoices } from './sourceChoices.ts';
import { goRoot, moduleCache, sourceSettings, substitutionRules } from './sourceSettings.ts';
import { openRoots } from './sourceUri.ts';

const goModules = '**/go.{mod,work}';
const libraries = '**/{node_modules,vendor}/**';
const mostGoModules = 200;

/** Where source may stand, read once and again when go.mod files, folders, settings or choices change. */
export class SourceIndex extends Disposable {
  readonly #choices: SourceChoices;
  #workspace: Promise<SourceWorkspace> | null = null;
  readonly #changed = this.register(new vscode.EventEmitter<void>());

  readonly onDidChange = this.#changed.event;

  constructor(choices: SourceChoices) {
    super();
    this.#choices = choices;
    const watcher = vscode.workspace.createFileSystemWatcher(goModules);
    const forget = (): void => {
      this.#workspace = null;
      this.#changed.fire();
    };
    this.registerAll(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      choices.onDidChange(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (sourceSettings.some(name => change.affectsConfiguration(name))) forget();
      }),
    );
  }

  get(): Promise<SourceWorkspace> {
    if (this.#workspace === null) {
      const reading = this.#read();
      this.#workspace = reading;
      // What failed once is tried again when it is asked for again.
      reading.catch(() => {
        if (this.#workspace === reading) this.#workspace = null;
      });
    }
    return this.#workspace;
  }

  async #read(): Promise<SourceWorkspace> {
    const found = await findFiles({
      pattern: goModules,
      passedOver: libraries,
      isNamed: name => name === 'go.mod' || name === 'go.work',
      most: mostGoModules,
    });
    const [texts, cache, root] = await Promise.all([
      Promise.all(found.map(readText)),
      moduleCache(),
      goRoot(),
    ]);
    return {
      folders: openRoots(),
      modules: resolveGoModules(texts.filter(text => text !== null)),
      moduleCache: cache,
      goroot: root,
      outside: fileSystemRoot(),
      substitutions: [...this.#choices.all.rules, ...substitutionRules()],
    };
  }
}

/** The top of the file system that the extension runs on. */
function fileSystemRoot(): SourceRoot {
  const top = vscode.Uri.file('/');
  return { kind: 'outside', uri: top.toString(), path: top.path };
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
