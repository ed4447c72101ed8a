import * as vscode from 'vscode';
import { pause } from '#engine/pause.ts';
import type { Place } from '../../core/names/place.ts';
import { ownAmong } from '../../core/source/isOwn.ts';
import { type Located, locateSource, type SourceFiles } from '../../core/source/locate.ts';
import { absolutePath } from '../../core/source/sourceRoot.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { Disposable } from '../disposable.ts';
import { isAllowed } from './choices.ts';
import type { SourceChoices } from './sourceChoices.ts';
import { SourceIndex } from './sourceIndex.ts';
import { uriOf } from './sourceUri.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

/** Files that are begun to be looked for in one turn: each may be in some ten places, all of which are thought of. */
const begunAtOnce = 4;

/**
 * Finds the files that profiles speak of, without asking anybody but heeding what was answered before. Kept until files
 * come or go, or settings or choices change.
 */
export class SourceFinder extends Disposable {
  readonly #choices: SourceChoices;
  readonly #index: SourceIndex;
  readonly #files: WorkspaceFiles;
  readonly #located = new Map<string, Promise<Located>>();
  readonly #changed = this.register(new vscode.EventEmitter<void>());

  /** What was found before may be found elsewhere now. */
  readonly onDidChange = this.#changed.event;

  constructor(choices: SourceChoices, code: CodeClient) {
    super();
    this.#choices = choices;
    this.#files = this.register(new WorkspaceFiles(code));
    this.#index = this.register(new SourceIndex(choices));
    const forget = (): void => {
      this.#located.clear();
      this.#changed.fire();
    };
    this.registerAll(this.#index.onDidChange(forget), this.#files.onDidChange(forget));
  }

  /** Where a profile's file is; a function of it tells more of where that may be. */
  find(path: string, functionName: string): Promise<Located> {
    const key = `${path}\n${functionName}`;
    let located = this.#located.get(key);
    if (located === undefined) {
      const looking = this.#locate(path, functionName);
      this.#located.set(key, looking);
      looking.catch(() => {
        if (this.#located.get(key) === looking) this.#located.delete(key);
      });
      located = looking;
    }
    return located;
  }

  /** The same of many, in their order. Others have their turn in between. */
  async findAll(places: readonly Pick<Place, 'file' | 'name'>[]): Promise<readonly Located[]> {
    // All that wait for it would go on in one turn.
    await this.#index.get();
    const looking: Promise<Located>[] = [];
    for (const { file, name } of places) {
      if (looking.length % begunAtOnce === begunAtOnce - 1) await pause();
      looking.push(this.find(file, name));
    }
    return await Promise.all(looking);
  }

  /** The files of some places that are the reader's own. */
  async ownOf(places: readonly Place[]): Promise<readonly string[]> {
    return ownAmong(places, await this.findAll(places));
  }

  /** Where profiles' files are among some that are known; nothing is looked for on a disk. */
  async findAmong(paths: readonly string[], files: SourceFiles): Promise<readonly Located[]> {
    const workspace = await this.#index.get();
    return await Promise.all(paths.map(path => locateSource(path, '', workspace, files)));
  }

  /** The rules in force, those of the user's choices first. */
  async rules(): Promise<readonly { readonly from: string; readonly to: string }[]> {
    return (await this.#index.get()).substitutions;
  }

  /** Paths of the modules whose source is in the workspace. */
  async goModules(): Promise<readonly string[]> {
    return [...(await this.#index.get()).modules.folders.keys()];
  }

  async #locate(path: string, functionName: string): Promise<Located> {
    const located = await locateSource(path, functionName, await this.#index.get(), this.#files);
    const { all } = this.#choices;
    if (located.kind === 'ambiguous') {
      const file = located.files.find(each => uriOf(each).toString() === all.files[path]);
      return file === undefined ? located : { kind: 'found', file, by: located.by };
    }
    if (located.kind === 'outside' && isAllowed(all, absolutePath(located.file))) {
      return { kind: 'found', file: located.file, by: 'substituted' };
    }
    return located;
  }
}
