import type * as vscode from 'vscode';
import type { DiffInfo } from '../../core/answers/diffInfo.ts';
import type { EngineMethod, ParamsOf, ResultOf, View } from '../../core/answers/requests.ts';
import { ProfileError } from '../../core/error.ts';
import { Cancelled } from '../../core/heed.ts';
import { EngineClient } from '../../engine/client.ts';
import type { Order } from '../../engine/session.ts';
import { firstLook } from '../../panelState.ts';
import type { Reply, ToHost, ToWebview } from '../../protocol.ts';
import { Disposable } from '../disposable.ts';
import { addressesOf, type Compared, namesOf, swapped } from '../files/compared.ts';
import { type FolderNote, folderNotes } from '../files/folderNotes.ts';
import type { KnownLeaks } from '../files/knownLeaks.ts';
import { limitSettings } from '../files/limitSettings.ts';
import { type PairLeaks, pairLeaks } from '../files/pairLeaks.ts';
import { profileBytes } from '../files/profileBytes.ts';
import type { RecentComparisons } from '../files/recentComparisons.ts';
import { type FileChange, watchFiles } from '../files/watchFiles.ts';
import type { Log } from '../say/log.ts';
import { say } from '../say/say.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';
import type { PanelServices } from './panelServices.ts';
import { problemOf, stale } from './problem.ts';

/** How far the files are; the messages that tell it are the ones a reloaded webview needs to hear again. */
export type FilesNews =
  | Extract<ToWebview, { type: 'progress' | 'failed' | 'stale' | 'ownCode' }>
  | Omit<Extract<ToWebview, { type: 'opened' }>, 'revision'>;

/**
 * One reading of the files: an engine that holds them decoded, and watchers that tell when they are outdated.
 * Disposing ends whatever is being computed; nothing is told after that.
 */
export class PanelFiles extends Disposable {
  readonly #engine: EngineClient;
  readonly #log: Log;
  readonly #known: KnownLeaks;
  readonly #recent: RecentComparisons;
  readonly #source: SourceOpener;
  readonly #tell: (news: FilesNews) => void;
  #compared: Compared;
  /** Ends when the files are open, or cannot be opened: a request that comes sooner waits for it. */
  #opening: Promise<void> = Promise.resolve();
  /** Of the views that the page asked for last. */
  #whole: AbortController | undefined;
  #subtree: AbortController | undefined;
  #around: AbortController | undefined;
  #hasFailed = false;
  #diff: DiffInfo | null = null;
  #notes: ReadonlyMap<string, FolderNote> = new Map();

  constructor(
    { engines, log, known, recent, source }: PanelServices,
    compared: Compared,
    tell: (news: FilesNews) => void,
  ) {
    super();
    this.#log = log;
    this.#known = known;
    this.#recent = recent;
    this.#source = source;
    this.#compared = compared;
    this.#tell = news => {
      if (!this.isDisposed) tell(news);
    };
    this.#engine = this.register(
      new EngineClient(
        engines.pair,
        (phase, fraction) => this.#tell({ type: 'progress', phase, fraction }),
        error => void this.#opening.then(() => this.#failed(error)),
      ),
    );
  }

  /** The files as the engine has them: in order of time, or swapped. */
  get compared(): Compared {
    return this.#compared;
  }

  /** What is open, in this order; null before. */
  get diff(): DiffInfo | null {
    return this.#diff;
  }

  /** What was captured of leaked goroutines beside the files, in their order. */
  get leaks(): PairLeaks | null {
    return pairLeaks(this.#notes, this.#compared);
  }

  /**
   * Reads, decodes and merges, telling of progress; ends with `opened` or `failed`. `wantsView` is asked whether the first
   * view is to be told with it. Called once.
   */
  open(order: Order, wantsView: () => boolean): Promise<void> {
    this.#opening = this.#open(order, wantsView);
    return this.#opening;
  }

  async #open(order: Order, wantsView: () => boolean): Promise<void> {
    const started = performance.now();
    try {
      const { base, current } = this.#compared;
      const names = namesOf(this.#compared);
      this.#tell({ type: 'progress', phase: 'reading', fraction: 0 });
      const limits = limitSettings();
      const reads = [profileBytes(current, 'current', limits)];
      if (base !== null) reads.unshift(profileBytes(base, 'base', limits));
      this.register(this.#known.onDidChange(() => void this.#learnAnew()));
      const noted = folderNotes(base === null ? [current] : [base, current]);
      const [leaks, notes, ...files] = await Promise.all([this.#known.all(), noted, ...reads]);
      this.#notes = notes;
      if (this.isDisposed) return;
      const named = files.map(({ bytes }, index) => ({
        name: (index === files.length - 1 ? names.current : names.base) ?? '',
        bytes,
      }));
      const [opened, , scripts] = await Promise.all([
        this.#engine.open({ files: named, order, limits }),
        this.#engine.request('known', { leaks }),
        this.#engine.request('scripts', {}),
      ]);
      const diff = (await this.#engine.leadToSource(scripts, this.#source.scripts)) ?? opened;
      const view = wantsView() ? await this.#firstView(diff) : null;
      if (this.isDisposed) return;
      if (diff.reordered) this.#compared = swapped(this.#compared);
      this.#log.info(say`opened ${files.length} file(s) in ${Math.round(performance.now() - started)} ms`);
      this.#opened(diff, view);
      // Not before: a page that hears `opened` takes what it has been shown for fresh.
      this.register(watchFiles(files, (uri, change) => this.#outdated(uri, change)));
    } catch (error) {
      this.#failed(error);
    }
  }

  /** What a page asks for first; null where it is refused, which a page that asks is told, or where it asks for another. */
  async #firstView(diff: DiffInfo): Promise<View | null> {
    this.#whole = new AbortController();
    const params = { options: firstLook(diff), root: null };
    try {
      return await this.#engine.request('view', params, this.#whole.signal);
    } catch (error) {
      if (error instanceof ProfileError || error instanceof Cancelled) return null;
      throw error;
    }
  }

  /** Has the engine set other leaks aside. */
  async #learnAnew(): Promise<void> {
    await this.#opening;
    if (this.#hasFailed) return;
    try {
      await this.#engine.request('known', { leaks: await this.#known.all() });
      this.#tell({ type: 'ownCode' });
    } catch (error) {
      if (!this.isDisposed) this.#log.error(error);
    }
  }

  /** There is nothing to ask any more: the files could not be opened, or the engine has died since. Told once. */
  #failed(error: unknown): void {
    if (this.isDisposed || this.#hasFailed) return;
    this.#hasFailed = true;
    this.#engine.dispose();
    this.#log.error(error);
    this.#tell({ type: 'failed', problem: problemOf(error, this.#compared) });
  }

  /** Forwards a checked request; settles with a reply, whatever happens. */
  async answer(request: Extract<ToHost, { type: 'request' }>): Promise<Reply> {
    try {
      const result =
        request.method === 'swap'
          ? await this.swap()
          : await this.request(request.method, request.params, this.#overtaking(request));
      return { type: 'reply', id: request.id, ok: true, result };
    } catch (error) {
      if (!this.isDisposed && !(error instanceof Cancelled)) {
        this.#log.warn(say`${request.method} failed`);
        this.#log.error(error);
      }
      return { type: 'reply', id: request.id, ok: false, problem: problemOf(error, this.#compared) };
    }
  }

  /**
   * A page shows the view that it asked for last: one of the whole tree overtakes all that are on their way, one of a
   * subtree those of other subtrees. It shows callers and callees of the last function that it asked for.
   */
  #overtaking(request: Extract<ToHost, { type: 'request' }>): AbortSignal | undefined {
    if (request.method === 'neighbours') {
      this.#around?.abort();
      this.#around = new AbortController();
      return this.#around.signal;
    }
    if (request.method !== 'view') return undefined;
    const whole = request.params.root === null;
    this.#subtree?.abort();
    if (whole) this.#whole?.abort();
    const controller = new AbortController();
    if (whole) this.#whole = controller;
    else this.#subtree = controller;
    return controller.signal;
  }

  /** Turns base and current round, then tells `opened` anew. */
  async swap(): Promise<DiffInfo> {
    const diff = await this.request('swap', {});
    this.#compared = swapped(this.#compared);
    this.#opened(diff);
    return diff;
  }

  /** The same where they are open with another base than these, or will be. */
  async turnTo({ base }: Compared): Promise<void> {
    await this.#opening;
    if (this.#diff !== null && base?.toString() !== this.#compared.base?.toString()) await this.swap();
  }

  #opened(diff: DiffInfo, view: View | null = null): void {
    this.#diff = diff;
    void this.#recent.add(this.#compared);
    const { leaks } = this;
    const leaked = leaks && { leaked: { text: leaks.notice.text, canCompare: leaks.profiles !== null } };
    this.#tell({ type: 'opened', diff, ...addressesOf(this.#compared), ...leaked, ...(view && { view }) });
  }

  #outdated(uri: vscode.Uri, change: FileChange): void {
    const { base, current } = namesOf(this.#compared);
    const name = uri === this.#compared.current ? current : (base ?? current);
    this.#tell({ type: 'stale', problem: stale(name, change) });
  }

  /**
   * Asks the engine, once the files are open. Rejects with a `ProfileError`, and with `Cancelled` when `signal` says so or
   * this is disposed.
   */
  async request<M extends EngineMethod>(
    method: M,
    params: ParamsOf<M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<M>> {
    await this.#opening;
    try {
      return await this.#engine.request(method, params, signal);
    } catch (error) {
      throw this.isDisposed ? new Cancelled() : error;
    }
  }
}
