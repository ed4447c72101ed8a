import type { Site } from '../../core/answers/sites.ts';
import type { Place } from '../../core/names/place.ts';
import type { AboutSource } from '../../protocol.ts';
import type { AboutLine } from '../annotations/aboutLine.ts';
import type { HintedLine } from '../line/leakHints.ts';
import { namedPlace } from '../source/namedPlace.ts';
import type { SourceOpener } from '../source/sourceOpener.ts';
import type { PanelFiles } from './panelFiles.ts';

/** A line that the page has been told of, and how it is told again. */
export interface ToldLine extends HintedLine {
  readonly tell: () => Promise<void>;
}

/** What a page is told of the lines of the sites that an answer names. The next such answer ends it. */
export class ToldLines {
  readonly #opener: SourceOpener;
  readonly #aboutLine: AboutLine;
  readonly #post: (about: AboutSource) => void;
  #telling = new AbortController();
  #lines: ToldLine[] = [];

  constructor(opener: SourceOpener, aboutLine: AboutLine, post: (about: AboutSource) => void) {
    this.#opener = opener;
    this.#aboutLine = aboutLine;
    this.#post = post;
  }

  get lines(): readonly ToldLine[] {
    return this.#lines;
  }

  /**
   * Tells of one site's line after the other, while `isShown` says that the files are the page's. Those whose source is not found
   * without asking are left out.
   */
  async tell(files: PanelFiles, sites: readonly Site[], isShown: () => boolean): Promise<void> {
    this.#telling.abort();
    this.#telling = new AbortController();
    const { signal } = this.#telling;
    this.#lines = [];
    for (const site of sites) {
      await this.#tellOf(files, placeOf(site), signal, isShown);
      if (signal.aborted || !isShown()) return;
      await this.#tellAskers(files, site, signal, isShown);
    }
  }

  /** Of connections that pile up in a library it is told which of those that ask for them leaves one open. */
  async #tellAskers(
    files: PanelFiles,
    site: Site,
    signal: AbortSignal,
    isShown: () => boolean,
  ): Promise<void> {
    try {
      for (const asker of site.askers) {
        const named = await namedPlace(asker, [files]);
        const found = named && (await this.#opener.look(named));
        if (found === null || signal.aborted) continue;
        const hint = await this.#aboutLine.leftOpen(found.document, found.line - 1, site, signal);
        if (signal.aborted || !isShown()) return;
        if (hint !== null) return this.#post({ place: placeOf(site), author: null, hint });
      }
    } catch {
      // A file that cannot be read tells nothing.
    }
  }

  async #tellOf(files: PanelFiles, place: Place, signal: AbortSignal, isShown: () => boolean): Promise<void> {
    try {
      const named = await namedPlace(place, [files]);
      const found = named && (await this.#opener.look(named));
      if (found === null || signal.aborted) return;
      const at = { uri: found.document.uri, line: found.line - 1 };
      let isTold = false;
      const tell = async (): Promise<void> => {
        const { about } = await this.#aboutLine.of(found.document, at.line, signal);
        if (signal.aborted || !isShown()) return;
        if (!isTold && about.author === null && about.hint === null) return;
        isTold = true;
        this.#post({ place, ...about });
      };
      this.#lines.push({ ...at, tell });
      await tell();
    } catch {
      // A file that cannot be read tells nothing; a click on the line says why.
    }
  }
}

/** Of a library's site that line of the reader's own which calls it. */
function placeOf({ own, name, file, line, startLine }: Site): Place {
  return own ?? { name, file, line, startLine };
}
