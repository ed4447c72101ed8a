import * as vscode from 'vscode';
import { baseName } from '../../core/displayName.ts';
import { mostSourceBytes, type SourceFiles, thoseThat } from '../../core/source/locate.ts';
import type { SourceFile } from '../../core/source/sourceRoot.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { declares } from '../../engine/code/declares.ts';
import { Disposable } from '../disposable.ts';
import { findFiles } from '../findFiles.ts';
import { readUpTo } from '../readUpTo.ts';
import { matters } from './matters.ts';
import { fileAt, uriOf } from './sourceUri.ts';

/** Files of one name that are compared; more than any sane workspace has. */
const mostOfOneName = 1_000;
/** Packages of npm. */
export const packages = '**/node_modules/**';
/** Names that one search looks for: a search costs the same for many, and a pattern has to stay readable. */
const namesInOneSearch = 100;

/** A name that is about to be searched for. */
interface Waiting {
  readonly name: string;
  readonly inPackages: boolean;
  readonly resolve: (found: readonly SourceFile[]) => void;
}

/**
 * Looks into the workspace through VS Code, whatever kind of file system it is on. Names asked for at the same time
 * are searched for together.
 */
export class WorkspaceFiles extends Disposable implements SourceFiles {
  readonly #code: CodeClient;
  readonly #byName = new Map<string, Promise<readonly SourceFile[]>>();
  #waiting: Waiting[] = [];
  /** Names of files that were looked for: of no other does it matter whether it comes or goes. */
  readonly #asked = new Set<string>();
  #isWatching = false;
  readonly #changed = this.register(new vscode.EventEmitter<void>());

  /** A file came, went or was renamed. */
  readonly onDidChange = this.#changed.event;

  constructor(code: CodeClient) {
    super();
    this.#code = code;
  }

  /** From the first question on. */
  #ask(path: string): void {
    this.#asked.add(baseName(path));
    if (this.#isWatching || this.isDisposed) return;
    this.#isWatching = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    const forget = (): void => {
      this.#byName.clear();
      this.#changed.fire();
    };
    const forgetIf = ({ path }: vscode.Uri): void => {
      if (matters(baseName(path), this.#asked)) forget();
    };
    this.registerAll(
      watcher,
      watcher.onDidCreate(forgetIf),
      watcher.onDidDelete(forgetIf),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  async exists(file: SourceFile): Promise<boolean> {
    this.#ask(file.path);
    try {
      const { type } = await vscode.workspace.fs.stat(uriOf(file));
      return (type & vscode.FileType.File) !== 0;
    } catch {
      return false;
    }
  }

  named(name: string, inPackages: boolean): Promise<readonly SourceFile[]> {
    const key = `${inPackages} ${name}`;
    const known = this.#byName.get(key);
    if (known !== undefined) return known;
    this.#ask(name);
    const found = new Promise<readonly SourceFile[]>(resolve => {
      if (this.#waiting.length === 0) setTimeout(() => void this.#search(), 0);
      this.#waiting.push({ name, inPackages, resolve });
    });
    this.#byName.set(key, found);
    return found;
  }

  declaring(files: readonly SourceFile[], functionName: string): Promise<readonly SourceFile[]> {
    return thoseThat(files, file => this.#declares(uriOf(file), functionName));
  }

  async #declares(uri: vscode.Uri, functionName: string): Promise<boolean> {
    const bytes = await readUpTo(uri, mostSourceBytes);
    return bytes !== null && declares(this.#code, uri.path, [bytes], functionName);
  }

  async #search(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const inPackages of [false, true]) {
      await searchFor(
        waiting.filter(each => each.inPackages === inPackages),
        inPackages,
      );
    }
  }
}

async function searchFor(waiting: readonly Waiting[], inPackages: boolean): Promise<void> {
  for (let first = 0; first < waiting.length; first += namesInOneSearch) {
    const some = waiting.slice(first, first + namesInOneSearch);
    const names = some.map(({ name }) => name);
    const found = await filesNamed(names, inPackages);
    for (const { name, resolve } of some) {
      resolve(found.filter(({ path }) => path === name || path.endsWith(`/${name}`)));
    }
  }
}

async function filesNamed(names: readonly string[], inPackages: boolean): Promise<readonly SourceFile[]> {
  // A file name from a profile may hold characters that mean something in a glob.
  const escaped = names.map(name => name.replace(/[[\]{}*?,]/g, '[$&]'));
  const pattern = escaped.length === 1 ? `**/${escaped[0]}` : `**/{${escaped.join(',')}}`;
  const sought = {
    pattern,
    ...(!inPackages && { passedOver: packages }),
    isNamed: (name: string) => names.includes(name),
    most: mostOfOneName * names.length,
  };
  const found = await findFiles(sought).catch(() => []);
  return found.flatMap(uri => fileAt(uri) ?? []);
}
