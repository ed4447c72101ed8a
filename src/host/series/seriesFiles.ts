import * as vscode from 'vscode';
import type { LeftOut } from '../../core/series/series.ts';
import { SeriesClient } from '../../engine/series/seriesClient.ts';
import type { SeriesBeside, SeriesMethods } from '../../engine/series/seriesMessages.ts';
import type { Problem } from '../../protocol.ts';
import { Disposable } from '../disposable.ts';
import { displayNames } from '../files/displayNames.ts';
import { limitSettings } from '../files/limitSettings.ts';
import { profileBytes } from '../files/profileBytes.ts';
import { type FileChange, type ReadFile, watchFiles } from '../files/watchFiles.ts';
import { problemOf, stale } from '../panel/problem.ts';
import type { Log } from '../say/log.ts';
import { say } from '../say/say.ts';
import { capturesIn } from './seriesSources.ts';

/** How far a reading is. */
export type ReadingNews =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'read' }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'stale'; readonly problem: Problem };

/** A file of a reading, by its address, and what it is called. */
export interface CaptureFile {
  readonly uri: vscode.Uri;
  readonly name: string;
}

/**
 * One reading of the captures of a series: a thread that holds their sites, and watchers that tell when they are
 * outdated. Disposing ends the thread; nothing is told after that.
 */
export class SeriesFiles extends Disposable {
  readonly #client: SeriesClient;
  readonly #log: Log;
  readonly #tell: (news: ReadingNews) => void;
  readonly #leftOut: LeftOut[] = [];
  #files: readonly CaptureFile[] = [];
  #hasFailed = false;

  constructor(script: string, log: Log, tell: (news: ReadingNews) => void) {
    super();
    this.#log = log;
    this.#tell = news => {
      if (!this.isDisposed) tell(news);
    };
    this.#client = this.register(new SeriesClient(script, error => this.#failed(error)));
  }

  /** The files that were found, in the order in which they were read. */
  get files(): readonly CaptureFile[] {
    return this.#files;
  }

  /** Reads and reduces one file after the other, telling of progress; ends with `read` or `failed`. Called once. */
  async open(sources: readonly vscode.Uri[]): Promise<void> {
    const started = performance.now();
    try {
      this.#tell({ type: 'progress', done: 0, of: 0 });
      const found = await capturesIn(sources);
      const names = displayNames(found.map(({ path }) => path));
      this.#files = found.map((uri, i) => ({ uri, name: names[i] ?? uri.path }));
      const read = await this.#readAll();
      if (this.isDisposed || this.#hasFailed) return;
      if (read.length === 0) {
        this.#tell({ type: 'failed', problem: this.#nothingRead() });
        return;
      }
      this.#log.info(say`read ${read.length} capture(s) in ${Math.round(performance.now() - started)} ms`);
      this.#tell({ type: 'read' });
      this.register(watchFiles(read, (uri, change) => this.#outdated(uri, change)));
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Asks the thread, with what could not be read added to what is known beside the profiles. */
  answer(
    files: readonly vscode.Uri[],
    beside: Omit<SeriesBeside, 'names' | 'leftOut'>,
  ): Promise<SeriesMethods['answer']['result']> {
    const wanted = new Set(files.map(String));
    return this.#client.ask('answer', {
      files: [...wanted],
      beside: {
        ...beside,
        names: this.#files.map(({ uri, name }) => [uri.toString(), name]),
        leftOut: this.#leftOut.filter(({ file }) => wanted.has(file)),
      },
    });
  }

  async #readAll(): Promise<readonly ReadFile[]> {
    const limits = limitSettings();
    const read: ReadFile[] = [];
    for (const [done, { uri, name }] of this.#files.entries()) {
      this.#tell({ type: 'progress', done, of: this.#files.length });
      try {
        const { bytes, stat } = await profileBytes(uri, 'current', limits);
        if (this.isDisposed || this.#hasFailed) return read;
        await this.#client.add({ file: uri.toString(), bytes, limits });
        read.push({ uri, stat });
      } catch (error) {
        if (this.isDisposed || this.#hasFailed) return read;
        this.#log.warn(say`${name} is left out of a series`);
        this.#log.error(error);
        const { message } = problemOf(error, { base: null, current: uri });
        this.#leftOut.push({ file: uri.toString(), why: message });
      }
    }
    return read;
  }

  #nothingRead(): Problem {
    const remedies = ['reload', 'chooseAgain', 'showLog'] as const;
    const [first] = this.#leftOut;
    if (first === undefined) {
      return { message: 'There are no heap profiles here to show over time.', remedies };
    }
    const others = this.#leftOut.length - 1;
    const rest = others === 0 ? '' : ` Nor could the other ${others} be read; the log has the reasons.`;
    return { message: `${first.why}${rest}`, remedies };
  }

  /** There is nothing to ask any more: the thread has died. Told once. */
  #failed(error: unknown): void {
    if (this.isDisposed || this.#hasFailed) return;
    this.#hasFailed = true;
    this.#client.dispose();
    this.#log.error(error);
    const [first] = this.#files;
    const current = first?.uri ?? vscode.Uri.file('/');
    this.#tell({ type: 'failed', problem: problemOf(error, { base: null, current }) });
  }

  #outdated(uri: vscode.Uri, change: FileChange): void {
    const name = this.#files.find(file => file.uri === uri)?.name ?? uri.path;
    this.#tell({ type: 'stale', problem: stale(name, change) });
  }
}
