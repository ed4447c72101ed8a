import * as vscode from 'vscode';
import type { View } from '../../core/answers/requests.ts';
import { assertNever } from '../../core/assertNever.ts';
import type { Order } from '../../engine/session.ts';
import { commands, views } from '../../manifest.ts';
import type { Remedy, ToHost, ToWebview } from '../../protocol.ts';
import { Disposable } from '../disposable.ts';
import { choosePair } from '../files/chooseProfiles.ts';
import { addressesOf, type Compared, sameFiles, titleOf } from '../files/compared.ts';
import { retitle } from '../say/tabs.ts';
import { columnBeside } from '../source/lineReveal.ts';
import { closeGap } from './closeGap.ts';
import { droppedPair } from './dropped.ts';
import { type AskedBy, Page } from './page.ts';
import { PanelExports } from './panelExports.ts';
import { type FilesNews, PanelFiles } from './panelFiles.ts';
import { panelHtml, webviewOptions } from './panelHtml.ts';
import { PanelNews } from './panelNews.ts';
import type { PanelOrder, PanelServices, PanelStart, Sought } from './panelServices.ts';
import { PanelSource } from './panelSource.ts';
import { cancelled, forgotten, unanswered } from './problem.ts';
import { openAsBinary, openAsText } from './reopen.ts';
import { diffMessages } from './validateMessage.ts';

/** A webview with the files it shows. Goes with its webview panel. */
export class DiffPanel extends Disposable {
  readonly #services: PanelServices;
  readonly exports: PanelExports;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: Page<ToHost, ToWebview>;
  readonly #news: PanelNews;
  readonly #source: PanelSource;
  /** The tab's text is ours to set; a custom editor's tab keeps the file's name. */
  readonly #titled: boolean;
  #compared: Compared | null;
  #order: Order;
  #files: PanelFiles | null = null;

  constructor(services: PanelServices, panel: vscode.WebviewPanel, { compared, order, isNew }: PanelStart) {
    super();
    this.#services = services;
    this.#panel = panel;
    this.#compared = compared;
    this.#order = order;
    panel.webview.options = webviewOptions(services.extensionUri);
    this.#titled = panel.viewType === views.diff;
    this.register({ dispose: () => this.#close() });
    if (this.#titled) panel.iconPath = vscode.Uri.joinPath(services.extensionUri, 'media', 'icon.png');
    this.#page = this.register(
      new Page(panel.webview, services.log, diffMessages, message => this.#handle(message)),
    );
    this.#news = new PanelNews(this.#page, isNew);
    const beside = (): vscode.ViewColumn => columnBeside(panel.viewColumn);
    const files = (): PanelFiles | null => this.#files;
    this.#source = this.register(new PanelSource(services, files, beside, each => this.#page.post(each)));
    this.exports = new PanelExports(services, files);
    this.registerAll(
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => {
        if (panel.active) services.shown.bringToFront(this);
      }),
    );
    this.#load();
    panel.webview.html = panelHtml(panel.webview, services.extensionUri);
  }

  get active(): boolean {
    return this.#panel.active;
  }

  shows(compared: Compared): boolean {
    return this.#compared !== null && sameFiles(this.#compared, compared);
  }

  /** Brings the panel to the front, with what is sought, reading the files again if they are not what it shows. */
  show(sought: Sought | null): void {
    // A page that is hidden, or has not loaded yet, asks once it is there.
    const isThere = this.#panel.visible && this.#page.load > 0;
    this.#panel.reveal();
    // First: the page seeks in what it reads, not in what it still shows.
    if (this.#news.isOutdated) this.#load();
    if (isThere && sought !== null) this.#page.post(sought);
    else this.#news.sought = sought ?? this.#news.sought;
  }

  /** Two files are open, so that there is something to swap. */
  get swappable(): boolean {
    return this.#news.swappable;
  }

  /** Has the page do something with what it shows. */
  order(order: PanelOrder): void {
    this.#page.post(order);
  }

  async swap(): Promise<void> {
    await this.#files?.swap();
  }

  /** Has the files shown with the same base as these. */
  async turnTo(compared: Compared): Promise<void> {
    await this.#files?.turnTo(compared);
  }

  /** Lets go of the files, whatever the engine's thread does with them. */
  #close(): void {
    this.#services.shown.hide(this);
    this.#files?.dispose();
    this.#files = null;
  }

  #load(): void {
    // A question may be answered after the panel is gone.
    if (this.isDisposed) return;
    this.#close();
    this.#news.freshen();
    if (this.#compared === null) {
      this.#news.tell({ type: 'failed', problem: forgotten() });
      return;
    }
    this.#retitle();
    this.#nameFiles();
    this.#files = new PanelFiles(this.#services, this.#compared, news => this.#tell(news));
    void this.#files.open(this.#order, () => this.#news.wantsView);
  }

  /** Has the page keep which files it shows: a window that is reloaded asks the page. */
  #nameFiles(): void {
    if (this.#compared === null) return;
    const isOrdered = this.#order === 'asGiven';
    this.#page.post({ type: 'files', ...addressesOf(this.#compared), isOrdered });
  }

  #tell(news: FilesNews): void {
    if (news.type === 'failed') this.#services.shown.hide(this);
    if (news.type === 'ownCode') this.#services.shown.learned(this);
    if (news.type === 'opened') this.#opened(news);
    else this.#news.tell(news);
  }

  #opened(news: Extract<FilesNews, { type: 'opened' }>): void {
    const files = this.#files;
    if (files === null) return;
    this.#compared = files.compared;
    this.#order = 'asGiven';
    this.#retitle();
    this.#news.opened(news, view => this.#viewed(files, view));
  }

  #retitle(): void {
    if (this.#titled && this.#compared !== null) retitle(this.#panel, titleOf(this.#compared));
  }

  async #handle(message: AskedBy<ToHost>): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#nameFiles();
        this.#news.tellAgain();
        return this.#source.tellGoModules();
      case 'request':
        return this.#answer(message);
      case 'openSource':
      case 'locateSource':
      case 'showCommit':
        return this.#source.handle(message);
      case 'remedy':
        return this.#remedy(message.remedy);
      case 'closeGap':
        return closeGap(message.closing, () => this.#remedy('chooseAgain'));
      case 'drop':
        return this.#compareOther(await droppedPair(this.#panel.webview, message.files, this.#compared));
      case 'compareLeaks':
        return this.#compareOther(this.#files?.leaks?.profiles ?? null);
      default:
        return this.exports.handle(message);
    }
  }

  #compareOther(pair: Compared | null): void {
    if (pair !== null) this.#services.compare(pair);
  }

  async #answer(request: Extract<ToHost, { type: 'request' }>): Promise<void> {
    const load = this.#page.load;
    const files = this.#files;
    const reply = (await files?.answer(request)) ?? unanswered(request.id);
    if (load === this.#page.load) this.#page.post(reply);
    if (files === null || !reply.ok) return;
    if (request.method === 'view') await this.#viewed(files, reply.result as View);
    else await this.#source.answered(files, request.method, reply.result);
  }

  /** A comparison is on screen, looked at in this way. One profile alone has no growth to speak of. */
  async #viewed(files: PanelFiles, view: View): Promise<void> {
    if (files !== this.#files) return;
    this.#news.viewed();
    this.exports.viewed(files, view);
    if (this.#compared?.base !== null) {
      this.#services.shown.show(this, {
        options: view.options,
        unit: view.unit,
        revision: this.#news.revision,
        request: (method, params) => files.request(method, params),
        reveal: place => this.show({ type: 'reveal', place }),
      });
    }
    if (await this.#source.viewed(files, view)) this.#services.shown.learned(this);
  }

  async #remedy(remedy: Remedy): Promise<void> {
    switch (remedy) {
      case 'reload':
        return this.#load();
      case 'chooseAgain': {
        if (!this.#titled) {
          await vscode.commands.executeCommand(commands.open);
          return;
        }
        const chosen = await choosePair();
        if (chosen === undefined) return;
        this.#compared = chosen;
        this.#order = 'byTime';
        return this.#load();
      }
      case 'openAsText':
        return this.#reopen(openAsText);
      case 'openAsBinary':
        return this.#reopen(openAsBinary);
      case 'showLog':
        return this.#services.log.show();
      case 'cancel':
        return this.#cancel();
      default:
        return assertNever(remedy);
    }
  }

  #cancel(): void {
    // Opened is not shown yet: the page offers this until its first view is there.
    if (this.#news.hasFailed) return;
    this.#close();
    this.#news.tell({ type: 'failed', problem: cancelled() });
  }

  /** Shows the file another way, in place of this editor if that worked. */
  async #reopen(open: (uri: vscode.Uri) => Promise<boolean>): Promise<void> {
    if (this.#compared === null) return;
    if ((await open(this.#compared.current)) && !this.#titled) this.#panel.dispose();
  }
}
