import type * as vscode from 'vscode';
import type { Site } from '../../core/answers/sites.ts';
import type { AboutSource } from '../../protocol.ts';
import type { CommitAuthor } from '../line/commitAuthor.ts';
import type { HintedLine, LeakHints } from '../line/leakHints.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
import type { GrowthNotes } from './growthNotes.ts';

/** What is known of a line besides its numbers. */
export interface LineFacts {
  readonly about: Omit<AboutSource, 'place'>;
  readonly commit: { readonly uri: string; readonly hash: string } | null;
}

/** Tells who wrote a line last and why it may leak. */
export class AboutLine {
  readonly #notes: GrowthNotes;
  readonly #authors: LineAuthors;
  readonly #hints: LeakHints;
  /** Something else is true of a line than was told. */
  readonly onDidChange: vscode.Event<HintedLine>;

  constructor(notes: GrowthNotes, authors: LineAuthors, hints: LeakHints) {
    this.#notes = notes;
    this.#authors = authors;
    this.#hints = hints;
    this.onDidChange = hints.onDidChange;
  }

  /** `line` is 0-based. Waits for the growth of what is in front: who has clicked before it was known is told of it, too. */
  async of(document: vscode.TextDocument, line: number, signal: AbortSignal): Promise<LineFacts> {
    await this.#notes.whenKnown();
    const note = (await this.#notes.of(document))?.lines.find(each => each.line === line);
    const growth = note?.exact === true ? note.growth[0] : undefined;
    const known = this.#notes.kindIn(document);
    const [author, hint] = await Promise.all([
      this.#authors.of(document, line),
      growth === undefined ? null : this.#hints.of(document, line, { growth, ...known }, signal),
    ]);
    return {
      about: { author: author && authorOf(author), hint: hint?.text ?? null },
      commit: author && { uri: document.uri.toString(), hash: author.hash },
    };
  }

  /** Why a site's connections may stay open, from the code around a line that asks for them; null where that does not tell. */
  async leftOpen(
    document: vscode.TextDocument,
    line: number,
    site: Site,
    signal: AbortSignal,
  ): Promise<string | null> {
    const { name, file, flat } = site;
    const place = { name, file, line: site.line, startLine: site.startLine };
    const growth = { ...place, value: flat, retained: site.retained, mayBeGone: false, stack: [place] };
    const hint = await this.#hints.of(document, line, { growth, kind: 'memory', own: true }, signal);
    // Its lines are those that leave a connection open.
    return hint !== null && hint.lines.length > 0 ? hint.text : null;
  }
}

function authorOf({ author, date, subject }: CommitAuthor): AboutSource['author'] {
  return { name: author, date, subject };
}
