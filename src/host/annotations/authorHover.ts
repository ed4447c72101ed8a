import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { appendLink, escapeMarkdown } from './markdownText.ts';

/** Who wrote a line that grew, below its growth, as soon as Git has said so. */
export class AuthorHover implements vscode.HoverProvider {
  readonly #notes: GrowthNotes;
  readonly #authors: LineAuthors;

  constructor(notes: GrowthNotes, authors: LineAuthors) {
    this.#notes = notes;
    this.#authors = authors;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const note = this.#notes.of(document)?.lines.find(({ line }) => line === position.line);
    const author = note && (await this.#authors.of(document, note.line));
    if (!author || note.line >= document.lineCount) return null;
    const markdown = new vscode.MarkdownString();
    markdown.isTrusted = { enabledCommands: [commands.showCommit] };
    markdown.appendMarkdown(escapeMarkdown(`Last changed by ${author.author}, ${author.date}: `));
    appendLink(markdown, author.subject, commands.showCommit, [document.uri.toString(), author.hash]);
    return new vscode.Hover(markdown, document.lineAt(note.line).range);
  }
}
