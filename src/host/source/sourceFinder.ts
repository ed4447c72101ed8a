import * as vscode from 'vscode';
import { type Located, locateSource } from '../../core/source/locate.ts';
import { SourceIndex } from './sourceIndex.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

/** Finds the files that profiles speak of, without asking anybody. Answers are kept until files come or go. */
export class SourceFinder implements vscode.Disposable {
  readonly #index = new SourceIndex();
  readonly #files = new WorkspaceFiles();
  readonly #located = new Map<string, Promise<Located>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watching: vscode.Disposable;

  /** What was found before may be found elsewhere now. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const forget = (): void => {
      this.#located.clear();
      this.#changed.fire();
    };
    this.#watching = vscode.Disposable.from(
      this.#index,
      this.#files,
      this.#changed,
      this.#index.onDidChange(forget),
      this.#files.onDidChange(forget),
    );
  }

  /** Where a profile's file is; a function of it tells more of where that may be. */
  find(path: string, functionName: string): Promise<Located> {
    const key = `${path}\n${functionName}`;
    let located = this.#located.get(key);
    if (located === undefined) {
      located = this.#locate(path, functionName);
      this.#located.set(key, located);
    }
    return located;
  }

  dispose(): void {
    this.#watching.dispose();
  }

  async #locate(path: string, functionName: string): Promise<Located> {
    return locateSource(path, functionName, await this.#index.get(), this.#files);
  }
}
