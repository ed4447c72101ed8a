import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { baseName } from '../../core/displayName.ts';
import { oneAhead } from '../../core/reduce/oneAhead.ts';
import { sentences } from '../../core/sentences.ts';
import type { LeftOut } from '../../core/series/series.ts';
import { SeriesClient, type SeriesQuestion } from '../../engine/series/seriesClient.ts';
import type { AddParams, SeriesMethods } from '../../engine/series/seriesMessages.ts';
import type { Problem } from '../../protocol.ts';
import { Disposable } from '../disposable.ts';
import { displayNames } from '../files/displayNames.ts';
import { limitSettings } from '../files/limitSettings.ts';
import { profileBytes } from '../files/profileBytes.ts';
import { type FileChange, type ReadFile, watchFiles } from '../files/watchFiles.ts';
import { problemOf, stale } from '../panel/problem.ts';
import type { Log } from '../say/log.ts';
import { say } from '../say/say.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';
import type { NamedCapture } from './seriesNews.ts';
import type { SeriesServices } from './seriesServices.ts';
import { capturesIn, foldersAmong } from './seriesSources.ts';
import { watchFolders } from './watchFolders.ts';

/** How far a reading is. */
export type ReadingNews =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'read' }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'stale'; readonly problem: Problem };

/** A file of a reading. */
export interface CaptureFile extends NamedCapture {
  readonly uri: vscode.Uri;
}

/**
 * One reading of the captures of a series: a thread that holds their sites, and watchers that tell when they are
 * outdated. Disposing ends whatever is being computed; nothing is told after that.
 */
export class SeriesFiles extends Disposable {
  readonly #client: SeriesClient;
  readonly #log: Log;
  readonly #source: SourceOpener;
  readonly #tell: (news: ReadingNews) => void;
  readonly #leftOut: LeftOut[] = [];
  #before: readonly CaptureFile[] = [];
  #after: readonly CaptureFile[] = [];
  #hasFailed = false;
  #isRead = false;

  constructor(
    { engines, log, source }: Pick<SeriesServices, 'engines' | 'log' | 'source'>,
    tell: (news: ReadingNews) => void,
  ) {
    super();
    this.#log = log;
    this.#source = source;
    this.#tell = news => {
      if (!this.isDisposed) tell(news);
    };
    this.#client = this.register(new SeriesClient(engines.series, error => this.fail(error)));
  }

  /** Whether all have been read that can be, and can be asked about. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** The files that were found, in the order in which they were read. */
  get files(): readonly CaptureFile[] {
    return [...this.#before, ...this.#after];
  }

  /** Those of the second series; none where there is one. */
  get after(): readonly CaptureFile[] {
    return this.#after;
  }

  /**
   * Reads and reduces one file after the other, telling of progress; ends with `read` or `failed`. `after` has what is of a
   * second series; `sampleType` is null for the one that a series begins with. Called once.
   */
  async open(
    sources: readonly vscode.Uri[],
    after: readonly vscode.Uri[],
    sampleType: string | null,
  ): Promise<void> {
    const started = performance.now();
    try {
      this.#tell({ type: 'progress', done: 0, of: 0 });
      // Before they are listed: what comes while the others are read is in no list.
      const folders = await foldersAmong([...sources, ...after]);
      const meanwhile: vscode.Uri[] = [];
      this.register(watchFolders(folders, uri => (this.#isRead ? this.#added(uri) : meanwhile.push(uri))));
      const [before, later] = await Promise.all([capturesIn(sources), capturesIn(after)]);
      const found = [...before, ...later];
      const names = displayNames(found.map(({ path }) => path));
      const files = found.map((uri, i) => ({ uri, file: uri.toString(), name: names[i] ?? uri.path }));
      this.#before = files.slice(0, before.length);
      this.#after = files.slice(before.length);
      const read = await this.#readAll(sampleType);
      if (this.isDisposed || this.#hasFailed) return;
      if (read.length === 0) {
        this.#tell({ type: 'failed', problem: this.#nothingRead() });
        return;
      }
      this.#log.info(say`read ${read.length} capture(s) in ${Math.round(performance.now() - started)} ms`);
      this.#isRead = true;
      this.#tell({ type: 'read' });
      this.register(watchFiles(read, (uri, change) => this.#outdated(uri, change)));
      for (const uri of meanwhile) this.#added(uri);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Files that could not be read, and why. */
  get leftOut(): readonly LeftOut[] {
    return this.#leftOut;
  }

  /** Rejects when the thread dies, or is disposed. */
  ask<M extends SeriesQuestion>(
    method: M,
    params: SeriesMethods[M]['params'],
  ): Promise<SeriesMethods[M]['result']> {
    return this.#client.ask(method, params);
  }

  /** Reads metrics into the thread, and gives what has to be known of them. Rejects with `ProfileError`. */
  addMetrics(params: AddParams): Promise<readonly string[]> {
    return this.#client.addMetrics(params);
  }

  async #readAll(sampleType: string | null): Promise<readonly ReadFile[]> {
    const limits = limitSettings();
    const files = this.files;
    const read: ReadFile[] = [];
    let done = 0;
    for (const { item, reading } of oneAhead(files, ({ uri }) => profileBytes(uri, 'current', limits))) {
      const { uri, file, name } = item;
      this.#tell({ type: 'progress', done: done++, of: files.length });
      try {
        const { bytes, stat } = await reading;
        if (this.isDisposed || this.#hasFailed) return read;
        await this.#client.add({ file, bytes, limits, sampleType }, this.#source.scripts);
        read.push({ uri, stat });
      } catch (error) {
        if (this.isDisposed || this.#hasFailed) return read;
        this.#log.warn(say`${name} is left out of a series`);
        this.#log.error(error);
        const { message } = problemOf(error, { base: null, current: uri });
        this.#leftOut.push({ file, why: message });
      }
    }
    return read;
  }

  #nothingRead(): Problem {
    const remedies = ['reload', 'chooseAgain', 'showLog'] as const;
    const [first] = this.#leftOut;
    if (first === undefined) {
      return { message: l10n.t`There are no heap profiles here to show over time.`, remedies };
    }
    const others = this.#leftOut.length - 1;
    if (others === 0) return { message: first.why, remedies };
    const rest = l10n.t`Nor could the other ${others} be read; the log has the reasons.`;
    return { message: sentences(first.why, rest), remedies };
  }

  /** There is nothing to ask any more: the thread has died. Told once. */
  fail(error: unknown): void {
    if (this.isDisposed || this.#hasFailed) return;
    this.#hasFailed = true;
    this.#client.dispose();
    this.#log.error(error);
    const [first] = this.files;
    const current = first?.uri ?? vscode.Uri.file('/');
    this.#tell({ type: 'failed', problem: problemOf(error, { base: null, current }) });
  }

  /** A file that was replaced is told as one that has changed. */
  #added(uri: vscode.Uri): void {
    if (this.files.some(({ file }) => file === uri.toString())) return;
    const message = l10n.t`${baseName(uri.path)} has been captured since the folder was read. Reload to add it.`;
    this.#tell({ type: 'stale', problem: { message, remedies: ['reload'] } });
  }

  #outdated(uri: vscode.Uri, change: FileChange): void {
    const name = this.files.find(file => file.uri === uri)?.name ?? uri.path;
    this.#tell({ type: 'stale', problem: stale(name, change) });
  }
}
