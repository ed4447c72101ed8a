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
import type { PanelOrder, PanelServices, Sought } from './panelServices.ts';
import { PanelSource } from './panelSource.ts';
import { cancelled, forgotten, unanswered } from './problem.ts';
import { openAsBinary, openAsText } from './reopen.ts';
import { diffMessages } from './validateMessage.ts';

let lastRevision = 0;

/**
 * A webview with the files it shows. `compared` is null for a restored panel whose state cannot be read.
 * Goes with its webview panel.
 */
export class DiffPanel extends Disposable {
  readonly #services: PanelServices;
  readonly exports: PanelExports;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: Page<ToHost, ToWebview>;
  readonly #source: PanelSource;
  /** The tab's text is ours to set; a custom editor's tab keeps the file's name. */
  readonly #titled: boolean;
  #compared: Compared | null;
  #order: Order;
  #files: PanelFiles | null = null;
  /** What a webview that loads again has to be told. */
  #news: FilesNews | null = null;
  #staleNews: FilesNews | null = null;
  /** What a page that is about to load has to show. */
  #sought: Sought | null = null;
  /** Counts the openings and swaps of all panels. */
  #revision = 0;

  constructor(services: PanelServices, panel: vscode.WebviewPanel, compared: Compared | null, order: Order) {
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

  /** Whether these files are shown with the other one as the base. */
  isTurned({ base }: Compared): boolean {
    return this.swappable && base?.toString() !== this.#compared?.base?.toString();
  }

  /** Brings the panel to the front, with what is sought, reading the files again if they are not what it shows. */
  show(sought: Sought | null): void {
    // A page that is hidden, or has not loaded yet, asks once it is there.
    const isThere = this.#panel.visible && this.#page.load > 0;
    if (isThere && sought !== null) this.#page.post(sought);
    else this.#sought = sought ?? this.#sought;
    this.#panel.reveal();
    if (this.#news?.type === 'failed' || this.#staleNews !== null) this.#load();
  }

  /** Two files are open, so that there is something to swap. */
  get swappable(): boolean {
    return this.#news?.type === 'opened' && this.#news.base !== null;
  }

  /** Has the page do something with what it shows. */
  order(order: PanelOrder): void {
    this.#page.post(order);
  }

  async swap(): Promise<void> {
    await this.#files?.swap();
  }

  /** Lets go of the files; the engine's thread ends with them, whatever it does. */
  #close(): void {
    this.#services.shown.hide(this);
    this.#files?.dispose();
    this.#files = null;
  }

  #load(): void {
    // A question may be answered after the panel is gone.
    if (this.isDisposed) return;
    this.#close();
    this.#staleNews = null;
    if (this.#compared === null) {
      this.#tell({ type: 'failed', problem: forgotten() });
      return;
    }
    this.#retitle();
    this.#nameFiles();
    this.#files = new PanelFiles(this.#services, this.#compared, news => this.#tell(news));
    void this.#files.open(this.#order);
  }

  /** Has the page keep which files it shows: a window that is reloaded asks the page. */
  #nameFiles(): void {
    if (this.#compared === null) return;
    const isOrdered = this.#order === 'asGiven';
    this.#page.post({ type: 'files', ...addressesOf(this.#compared), isOrdered });
  }

  #tell(news: FilesNews): void {
    if (news.type === 'stale') this.#staleNews = news;
    else if (news.type === 'ownCode') this.#services.shown.learned(this);
    else this.#news = news;
    if (news.type === 'opened' && this.#files !== null) {
      this.#revision = ++lastRevision;
      this.#compared = this.#files.compared;
      this.#order = 'asGiven';
      this.#retitle();
    }
    this.#page.post(news);
  }

  #retitle(): void {
    if (this.#titled && this.#compared !== null) retitle(this.#panel, titleOf(this.#compared));
  }

  async #handle(message: AskedBy<ToHost>): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#nameFiles();
        for (const news of [this.#sought, this.#news, this.#staleNews])
          if (news !== null) this.#page.post(news);
        this.#sought = null;
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
      case 'drop': {
        const pair = await droppedPair(this.#panel.webview, message.files, this.#compared);
        if (pair !== null) this.#services.compare(pair);
        return;
      }
      default:
        return this.exports.handle(message);
    }
  }

  async #answer(request: Extract<ToHost, { type: 'request' }>): Promise<void> {
    const load = this.#page.load;
    const files = this.#files;
    const reply = (await files?.answer(request)) ?? unanswered(request.id);
    if (load === this.#page.load) this.#page.post(reply);
    if (files === null || !reply.ok) return;
    if (request.method === 'view') this.#viewed(files, reply.result as View);
    await this.#source.follow(files, request, reply.result);
  }

  /** A comparison is on screen, looked at in this way. One profile alone has no growth to speak of. */
  #viewed(files: PanelFiles, view: View): void {
    this.exports.viewed(files, view);
    if (files !== this.#files || this.#compared?.base === null) return;
    this.#services.shown.show(this, {
      options: view.options,
      unit: view.unit,
      revision: this.#revision,
      request: (method, params) => files.request(method, params),
      reveal: place => this.show({ type: 'reveal', place }),
    });
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
    if (this.#news?.type === 'failed') return;
    this.#close();
    this.#tell({ type: 'failed', problem: cancelled() });
  }

  /** Shows the file another way, in place of this editor if that worked. */
  async #reopen(open: (uri: vscode.Uri) => Promise<boolean>): Promise<void> {
    if (this.#compared === null) return;
    if ((await open(this.#compared.current)) && !this.#titled) this.#panel.dispose();
  }
}
