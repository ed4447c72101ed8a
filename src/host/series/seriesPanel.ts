import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { Place } from '../../core/names/place.ts';
import type { SeriesSite } from '../../core/series/series.ts';
import type { Remedy } from '../../protocol.ts';
import {
  type SeriesState,
  type SeriesToHost,
  type SeriesToWebview,
  seriesToHost,
} from '../../seriesProtocol.ts';
import { Disposable } from '../disposable.ts';
import { type FolderNote, folderNotes, leaksOf } from '../files/folderNotes.ts';
import { closeGap } from '../panel/closeGap.ts';
import { type AskedBy, Page } from '../panel/page.ts';
import { panelHtml, webviewOptions } from '../panel/panelHtml.ts';
import { checked, type PageMessages } from '../panel/validateMessage.ts';
import { retitle } from '../say/tabs.ts';
import { columnBeside } from '../source/lineReveal.ts';
import { chooseFix, chooseSeries } from './chooseSeries.ts';
import { seriesTitle, urisOf } from './savedSeries.ts';
import { changesOf, type SeriesChange } from './seriesChanges.ts';
import { type ReadingNews, SeriesFiles } from './seriesFiles.ts';
import { SeriesMetrics } from './seriesMetrics.ts';
import { judgedBy, metricsFiles, seriesNews, sitesOf } from './seriesNews.ts';
import { seriesOf } from './seriesOf.ts';
import type { SeriesServices } from './seriesServices.ts';
import { SeriesSource } from './seriesSource.ts';

const seriesMessages: PageMessages<SeriesToHost, SeriesToWebview> = {
  check: value => checked(seriesToHost, value),
  refusal: () => null,
};

/** A webview with the series it shows. `state` is null for a restored panel whose state cannot be read. */
export class SeriesPanel extends Disposable {
  readonly #services: SeriesServices;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: Page<SeriesToHost, SeriesToWebview>;
  readonly #source: SeriesSource;
  #state: SeriesState | null;
  #files: SeriesFiles | null = null;
  #metrics: SeriesMetrics | null = null;
  #notes: ReadonlyMap<string, FolderNote> = new Map();
  /** What it speaks of, which can be opened. */
  #sites: readonly SeriesSite[] = [];
  /** What a webview that loads again has to be told. */
  #news: SeriesToWebview | null = null;
  #staleNews: SeriesToWebview | null = null;

  constructor(services: SeriesServices, panel: vscode.WebviewPanel, state: SeriesState | null) {
    super();
    this.#services = services;
    this.#panel = panel;
    this.#state = state;
    panel.webview.options = webviewOptions(services.extensionUri);
    panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');
    this.#page = this.register(
      new Page(panel.webview, services.log, seriesMessages, message => this.#handle(message)),
    );
    this.#source = new SeriesSource(
      services.source,
      () => this.#sites,
      () => columnBeside(panel.viewColumn),
      message => this.#page.post(message),
    );
    this.register(panel.onDidDispose(() => this.dispose()));
    this.register(services.known.onDidChange(() => this.#failing(() => this.#tellSeries())));
    this.#load();
    panel.webview.html = panelHtml(panel.webview, services.extensionUri, 'series');
  }

  shows({ sources, after }: SeriesState): boolean {
    const here = this.#state;
    return here !== null && sameFiles(here.sources, sources) && sameFiles(here.after, after);
  }

  /** Brings the panel to the front, reading the files again if what it shows is not what they are. */
  reveal(): void {
    this.#panel.reveal();
    if (this.#news?.type === 'failed' || this.#staleNews !== null) this.#load();
  }

  override dispose(): void {
    super.dispose();
    this.#close();
  }

  #close(): void {
    this.#services.notes.hide(this);
    this.#files?.dispose();
    this.#files = null;
    this.#sites = [];
  }

  #load(): void {
    // A question may be answered after the panel is gone.
    if (this.isDisposed) return;
    this.#close();
    this.#staleNews = null;
    if (this.#state === null) {
      const message = l10n.t`The profiles that were shown here are not known any more. Choose them again.`;
      this.#tell({ type: 'failed', problem: { message, remedies: ['chooseAgain'] } });
      return;
    }
    retitle(this.#panel, seriesTitle(this.#state));
    this.#page.post({ type: 'state', state: this.#state });
    const files = new SeriesFiles(this.#services, news => this.#heard(files, news));
    this.#files = files;
    this.#metrics = new SeriesMetrics(files);
    void files.open(urisOf(this.#state.sources), urisOf(this.#state.after), this.#state.sampleType);
  }

  #heard(files: SeriesFiles, news: ReadingNews): void {
    if (files !== this.#files) return;
    if (news.type !== 'read') this.#tell(news);
    else this.#failing(() => this.#read(files));
  }

  /** What goes wrong is the reading's, unless that has been closed meanwhile. */
  #failing(run: () => Promise<void>): void {
    const files = this.#files;
    run().catch((error: unknown) => {
      if (files === this.#files) files?.fail(error);
    });
  }

  async #read(files: SeriesFiles): Promise<void> {
    const notes = await folderNotes(files.files.map(({ uri }) => uri));
    if (files !== this.#files) return;
    this.#notes = notes;
    await this.#tellSeries();
  }

  /** Asks for the answer anew, with what is known beside the profiles by now; a reading that goes on asks at its end. */
  async #tellSeries(): Promise<void> {
    const files = this.#files;
    const state = this.#state;
    if (files === null || !files.isRead || state === null) return;
    const captures = files.files.map(({ file }) => file);
    const remarks = await this.#metrics?.read(metricsFiles(captures, this.#notes, state.metrics));
    const known = await this.#services.known.all();
    const news = await seriesNews(files, state, this.#notes, remarks ?? [], known);
    // Another reading, or another opinion, has overtaken this one.
    if (files !== this.#files || state !== this.#state) return;
    this.#sites = sitesOf(news);
    const judged = judgedBy(news);
    if (judged !== null) this.#services.notes.show(this, judged);
    this.#tell(news);
  }

  #tell(news: SeriesToWebview): void {
    if (news.type === 'stale') this.#staleNews = news;
    else this.#news = news;
    this.#page.post(news);
  }

  async #change(message: SeriesChange): Promise<void> {
    const now = (): SeriesState => this.#state ?? seriesOf([]);
    const changes = await changesOf(message, now, file => this.#uriOf(file) !== undefined);
    if (changes === null || this.#state === null) return;
    this.#state = { ...this.#state, ...changes };
    this.#page.post({ type: 'state', state: this.#state });
    await this.#tellSeries();
  }

  async #handle(message: AskedBy<SeriesToHost>): Promise<void> {
    switch (message.type) {
      case 'ready':
        if (this.#state !== null) this.#page.post({ type: 'state', state: this.#state });
        for (const news of [this.#news, this.#staleNews]) if (news !== null) this.#page.post(news);
        return;
      case 'settle':
      case 'fix':
      case 'metrics':
      case 'limit':
        return this.#change(message);
      case 'sampleType':
        if (this.#state === null) return;
        this.#state = { ...this.#state, sampleType: message.sampleType };
        return this.#load();
      case 'swap': {
        const state = this.#state;
        if (state === null || state.after.length === 0) return;
        this.#state = { ...state, sources: state.after, after: state.sources };
        return this.#load();
      }
      case 'closeGap':
        return closeGap(message.closing, () => this.#remedy('chooseAgain'));
      case 'compare':
        return this.#compare(this.#uriOf(message.from), this.#uriOf(message.to), message.reveal);
      case 'compareLeaks':
        return this.#compare(leaksOf(this.#notes, message.from), leaksOf(this.#notes, message.to), null);
      case 'openSource':
        return this.#source.open(message.place, message.how);
      case 'locateSource':
        return this.#source.locate(message.place);
      case 'remedy':
        return this.#remedy(message.remedy);
      default:
        return assertNever(message);
    }
  }

  /** Of a capture of this series: a page is not trusted with addresses of others. */
  #uriOf(file: string): vscode.Uri | undefined {
    return this.#files?.files.find(each => each.file === file)?.uri;
  }

  #compare(base: vscode.Uri | undefined, current: vscode.Uri | undefined, place: Place | null): void {
    if (base === undefined || current === undefined) return;
    this.#services.diffs.compare({ base, current }, 'asGiven', place && { type: 'reveal', place });
  }

  async #remedy(remedy: Remedy): Promise<void> {
    switch (remedy) {
      case 'reload':
        return this.#load();
      case 'chooseAgain': {
        const isFix = this.#state !== null && this.#state.after.length > 0;
        const chosen = await (isFix ? chooseFix() : chooseSeries());
        if (chosen === undefined) return;
        this.#state = chosen;
        return this.#load();
      }
      case 'showLog':
        return this.#services.log.show();
      case 'cancel':
        return this.#cancel();
      case 'openAsText':
      case 'openAsBinary':
        return;
      default:
        return assertNever(remedy);
    }
  }

  #cancel(): void {
    if (this.#news?.type !== 'progress') return;
    this.#close();
    const message = l10n.t`Reading was cancelled.`;
    this.#tell({ type: 'failed', problem: { message, remedies: ['reload', 'chooseAgain'] } });
  }
}

function sameFiles(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join('\n') === [...others].sort().join('\n');
}
