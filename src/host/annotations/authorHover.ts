import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { shown } from '../../core/shown.ts';
import { commands } from '../../manifest.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
import { HoverMarkdown } from '../say/hoverMarkdown.ts';
import { say } from '../say/say.ts';
import type { GrowthNotes } from './growthNotes.ts';

/** Who wrote a line that grew, below its growth, as soon as Git has said so. */
export class AuthorHover implements vscode.HoverProvider {
  readonly #notes: GrowthNotes;
  readonly #authors: LineAuthors;

  constructor(notes: GrowthNotes, authors: LineAuthors) {
    this.#notes = notes;
    this.#authors = authors;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const notes = await this.#notes.visibleIn(document);
    const note = notes?.lines.find(({ line }) => line === position.line);
    const author = note && (await this.#authors.of(document, note.line));
    if (!author || note.line >= document.lineCount) return null;
    return new HoverMarkdown(commands.showCommit)
      .text(say(l10n.t('Last changed by {0}, {1}:'), author.author, author.date))
      .text(say` `)
      .command(shown(author.subject), commands.showCommit, [document.uri.toString(), author.hash])
      .over(document.lineAt(note.line).range);
  }
}
