import * as vscode from 'vscode';
import type { LeakHints } from '../line/leakHints.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { escapeMarkdown, escapeSentence } from './markdownText.ts';

/** Why a line may leak, below its growth, plainly marked as a hint. */
export class HintHover implements vscode.HoverProvider {
  readonly #notes: GrowthNotes;
  readonly #hints: LeakHints;

  constructor(notes: GrowthNotes, hints: LeakHints) {
    this.#notes = notes;
    this.#hints = hints;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const note = this.#notes.of(document)?.lines.find(({ line }) => line === position.line);
    const growth = note?.growth[0];
    if (note === undefined || growth === undefined || !note.exact) return null;
    const own = this.#notes.growth?.files.get(document.uri.toString())?.own ?? false;
    const hint = await this.#hints.of(document, note.line, growth, own);
    if (hint === null || note.line >= document.lineCount) return null;
    const markdown = new vscode.MarkdownString(`**Hint** ${escapeSentence(hint.text)}`);
    const places = hint.places.map(({ file, line }) => {
      const uri = vscode.Uri.joinPath(document.uri, '..', file).with({ fragment: `L${line}` });
      return `[${escapeMarkdown(`${file}:${line}`)}](${uri.toString().replace(/[()]/g, encodeURIComponent)})`;
    });
    if (places.length > 0) markdown.appendMarkdown(`\n\nSee ${places.join(', ')}.`);
    return new vscode.Hover(markdown, document.lineAt(note.line).range);
  }
}
