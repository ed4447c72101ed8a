import type * as vscode from 'vscode';
import type { Headline } from '../../core/answers/headline.ts';
import type { ViewOptions } from '../../core/answers/looks.ts';
import type { DiffMethod, ResultOf, Suspect, View } from '../../core/answers/requests.ts';
import type { Site } from '../../core/answers/sites.ts';
import { assertNever } from '../../core/assertNever.ts';
import type { Place } from '../../core/names/place.ts';
import type { ToHost, ToWebview } from '../../protocol.ts';
import type { AboutLine, LineFacts } from '../annotations/aboutLine.ts';
import { Disposable } from '../disposable.ts';
import type { HintedLine } from '../line/leakHints.ts';
import { showCommit } from '../line/showCommit.ts';
import { type NamedPlace, namedPlace, notNamed } from '../source/namedPlace.ts';
import type { Opening, SourceOpener } from '../source/sourceOpener.ts';
import type { PanelFiles } from './panelFiles.ts';
import type { PanelServices } from './panelServices.ts';
import { type ToldLine, ToldLines } from './toldLines.ts';

/** Files that are looked for; the others have the least change. */
const mostSources = 500;

/** Suspects whose lines are looked at; those below them have less of the growth. */
const mostTold = 10;

/** What a page says about source. */
type SourceMessage = Extract<ToHost, { readonly type: 'openSource' | 'locateSource' | 'showCommit' }>;

/** A panel's way into source: opens places beside it, and tells its page what became of that. */
export class PanelSource extends Disposable {
  readonly #opener: SourceOpener;
  readonly #aboutLine: AboutLine;
  readonly #files: () => PanelFiles | null;
  readonly #column: () => vscode.ViewColumn;
  readonly #post: (message: ToWebview) => void;
  /** What the page is being told of a line. */
  #telling = new AbortController();
  #opened: ToldLine | null = null;
  readonly #headline: ToldLines;
  readonly #suspects: ToldLines;
  /** Of which files the reader's own code was asked for. */
  #ownOf: PanelFiles | null = null;
  #commit: LineFacts['commit'] = null;

  constructor(
    { source, aboutLine }: Pick<PanelServices, 'source' | 'aboutLine'>,
    files: () => PanelFiles | null,
    column: () => vscode.ViewColumn,
    post: (message: ToWebview) => void,
  ) {
    super();
    this.#opener = source;
    this.#aboutLine = aboutLine;
    this.#files = files;
    this.#column = column;
    this.#post = post;
    const told = (): ToldLines =>
      new ToldLines(source, aboutLine, about => post({ type: 'aboutSite', about }));
    this.#headline = told();
    this.#suspects = told();
    this.register(aboutLine.onDidChange(line => void this.#tellAgain(line)));
  }

  /** Does what the page asks for. */
  async handle(message: SourceMessage): Promise<void> {
    switch (message.type) {
      case 'openSource':
        return this.#open(message.place, message.how);
      case 'locateSource':
        return this.#locate(message.place);
      case 'showCommit':
        return this.#showCommit();
      default:
        return assertNever(message);
    }
  }

  async #open(place: Place, how: 'reveal' | 'go'): Promise<void> {
    await this.#tell(
      place,
      await this.#ifNamed(place, named => this.#opener.open(named, how, this.#column())),
    );
  }

  async tellGoModules(): Promise<void> {
    this.#post({ type: 'goModules', paths: await this.#opener.goModules() });
  }

  /**
   * A comparison is on screen: finds out what is the reader's own, and tells what is known of the site that its headline names.
   * Whether the engine has learned of the reader's own.
   */
  async viewed(files: PanelFiles, { options, headline }: View): Promise<boolean> {
    const hasLearned = await this.#tellOwnCode(files, options);
    // A page that has its headline anew is told of that one.
    if (!hasLearned) await this.#tellHeadline(files, headline);
    return hasLearned;
  }

  /** Tells what is known of the lines of sites that an answer names. */
  async answered(files: PanelFiles, method: DiffMethod, result: ResultOf<DiffMethod>): Promise<void> {
    if (method === 'headline') await this.#tellHeadline(files, result as Headline);
    if (method === 'suspects') {
      await this.#tellSites(this.#suspects, files, (result as readonly Suspect[]).slice(0, mostTold));
    }
  }

  async #tellHeadline(files: PanelFiles, { direction, site }: Headline): Promise<void> {
    await this.#tellSites(this.#headline, files, direction === 'grew' && site !== null ? [site] : []);
  }

  async #tellSites(told: ToldLines, files: PanelFiles, sites: readonly Site[]): Promise<void> {
    await told.tell(files, sites, () => this.#files() === files);
  }

  async #tellAgain({ uri, line }: HintedLine): Promise<void> {
    const isSame = (told: ToldLine): boolean => told.line === line && told.uri.toString() === uri.toString();
    for (const told of [this.#opened, ...this.#headline.lines, ...this.#suspects.lines]) {
      if (told === null || !isSame(told)) continue;
      // A document that is gone has no lines to tell of.
      await told.tell().catch(() => {});
    }
  }

  /** Finds out, once for the files of a panel, which of their source is the reader's own. Whether it has the page ask anew. */
  async #tellOwnCode(files: PanelFiles, options: ViewOptions): Promise<boolean> {
    if (this.#ownOf === files) return false;
    this.#ownOf = files;
    try {
      const sources = await files.request('sources', { options, limit: mostSources });
      const own = await this.#opener.ownOf(sources);
      if (this.#ownOf !== files || own.length === 0) return false;
      await files.request('own', { files: own });
      if (this.#ownOf !== files) return false;
      this.#post({ type: 'ownCode' });
      return true;
    } catch {
      // The files were closed meanwhile. What they tell of the program's own code has to do until they are open again.
      this.#ownOf = null;
      return false;
    }
  }

  async #locate(place: Place): Promise<void> {
    await this.#tell(place, await this.#ifNamed(place, named => this.#opener.locate(named, this.#column())));
  }

  /** Shows the commit of the line that was opened last. */
  async #showCommit(): Promise<void> {
    if (this.#commit !== null) await showCommit(this.#commit.uri, this.#commit.hash);
  }

  /** A page shows what strangers wrote: it is not trusted to open anything but what the panel's own profiles speak of. */
  async #ifNamed(
    place: Place,
    open: (named: NamedPlace) => Promise<Opening | undefined>,
  ): Promise<Opening | undefined> {
    const files = this.#files();
    const named = await namedPlace(place, files === null ? [] : [files]);
    return named === null ? notNamed(place) : open(named);
  }

  async #tell(place: Place, opening: Opening | undefined): Promise<void> {
    if (opening === undefined) return;
    const { message, locatable, shown } = opening;
    this.#post({ type: 'sourceStatus', message, ...(locatable && { locate: place }) });
    this.#telling.abort();
    this.#telling = new AbortController();
    const { signal } = this.#telling;
    this.#commit = null;
    this.#opened = null;
    if (shown === null) return;
    const at = { uri: shown.document.uri, line: shown.line - 1 };
    const tell = async (): Promise<void> => {
      const { about, commit } = await this.#aboutLine.of(shown.document, at.line, signal);
      if (signal.aborted) return;
      this.#commit = commit;
      this.#post({ type: 'aboutSource', about: { place, ...about } });
    };
    this.#opened = { ...at, tell };
    await tell();
  }
}
