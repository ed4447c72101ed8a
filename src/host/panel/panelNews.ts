import type { View } from '../../core/answers/requests.ts';
import type { ToHost, ToWebview } from '../../protocol.ts';
import type { Page } from './page.ts';
import type { FilesNews } from './panelFiles.ts';
import type { Sought } from './panelServices.ts';

let lastRevision = 0;

/** The page, as far as it is told. */
type Told = Pick<Page<ToHost, ToWebview>, 'load' | 'post' | 'foretell'>;

/** How far a panel's files are, as its page hears it, and hears it again when it loads again. */
export class PanelNews {
  readonly #page: Told;
  #last: ToWebview | null = null;
  #stale: ToWebview | null = null;
  /** What a page that is about to load has to show. */
  sought: Sought | null = null;
  #revision = 0;
  #isUnseen: boolean;
  /** What follows when the page says that it has loaded: then it has the view that it was told of. */
  #seen: (() => void) | null = null;

  /** `isNew` as in a panel's start. */
  constructor(page: Told, isNew: boolean) {
    this.#page = page;
    this.#isUnseen = isNew;
  }

  /** Counts the openings and swaps of all panels: of the last one here. */
  get revision(): number {
    return this.#revision;
  }

  get hasFailed(): boolean {
    return this.#last?.type === 'failed';
  }

  /** Reading the files again may show something else. */
  get isOutdated(): boolean {
    return this.hasFailed || this.#stale !== null;
  }

  /** Two files are open, so that there is something to swap. */
  get swappable(): boolean {
    return this.#last?.type === 'opened' && this.#last.base !== null;
  }

  /** The page will ask for the first view: nobody has chosen yet how to look at the files. */
  get wantsView(): boolean {
    return this.#isUnseen && this.sought === null;
  }

  /** A view is on screen. */
  viewed(): void {
    this.#isUnseen = false;
  }

  /** The files are read again. */
  freshen(): void {
    this.#stale = null;
  }

  tell(news: Exclude<FilesNews, { type: 'opened' }>): void {
    if (news.type === 'stale') this.#stale = news;
    else if (news.type !== 'ownCode') this.#last = news;
    // A page that loads now shows no view.
    if (news.type === 'failed') this.#seen = null;
    this.#page.post(news);
  }

  /**
   * A page that has not loaded yet is told too where there is a view, which saves it asking; it hears of the files again.
   * `seen` is called when it has the view.
   */
  opened({ view, ...news }: Extract<FilesNews, { type: 'opened' }>, seen: (view: View) => void): void {
    this.#revision = ++lastRevision;
    const told = { ...news, revision: this.#revision };
    // Without the view, for a page that loads later: the engine may not know that any more.
    this.#last = told;
    this.#seen = null;
    if (view === undefined) {
      this.#page.post(told);
      // Turned round, the files are as outdated as they were.
      if (this.#stale !== null) this.#page.post(this.#stale);
      return;
    }
    this.#page.foretell({ ...told, view });
    if (this.#page.load > 0) seen(view);
    else this.#seen = () => seen(view);
  }

  /** Tells a page that has loaded. */
  tellAgain(): void {
    for (const news of [this.sought, this.#last, this.#stale]) if (news !== null) this.#page.post(news);
    this.sought = null;
    this.#seen?.();
    this.#seen = null;
  }
}
