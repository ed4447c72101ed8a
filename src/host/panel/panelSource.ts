import type * as vscode from 'vscode';
import type { Place } from '../../core/names/place.ts';
import type { ToWebview } from '../../protocol.ts';
import type { AboutLine, LineFacts } from '../annotations/aboutLine.ts';
import { showCommit } from '../line/showCommit.ts';
import type { Opening, SourceOpener } from '../source/sourceOpener.ts';

/** A panel's way into source: opens places beside it, and tells its page what became of that. */
export class PanelSource {
  readonly #opener: SourceOpener;
  readonly #aboutLine: AboutLine;
  readonly #column: () => vscode.ViewColumn;
  readonly #post: (message: ToWebview) => void;
  #latest = 0;
  #commit: LineFacts['commit'] = null;

  constructor(
    opener: SourceOpener,
    aboutLine: AboutLine,
    column: () => vscode.ViewColumn,
    post: (message: ToWebview) => void,
  ) {
    this.#opener = opener;
    this.#aboutLine = aboutLine;
    this.#column = column;
    this.#post = post;
  }

  async open(place: Place, how: 'reveal' | 'go'): Promise<void> {
    await this.#tell(place, await this.#opener.open(place, how, this.#column()));
  }

  async tellGoModules(): Promise<void> {
    this.#post({ type: 'goModules', paths: await this.#opener.goModules() });
  }

  async locate(place: Place): Promise<void> {
    await this.#tell(place, await this.#opener.locate(place, this.#column()));
  }

  /** Shows the commit of the line that was opened last. */
  async showCommit(): Promise<void> {
    if (this.#commit !== null) await showCommit(this.#commit.uri, this.#commit.hash);
  }

  async #tell(place: Place, opening: Opening | undefined): Promise<void> {
    if (opening === undefined) return;
    const { message, locatable, shown } = opening;
    this.#post({ type: 'sourceStatus', message, ...(locatable && { locate: place }) });
    const turn = ++this.#latest;
    this.#commit = null;
    if (shown === null) return;
    const { about, commit } = await this.#aboutLine.of(shown.document, shown.line - 1);
    if (turn !== this.#latest) return;
    this.#commit = commit;
    this.#post({ type: 'aboutSource', about: { place, ...about } });
  }
}
