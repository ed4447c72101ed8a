import * as vscode from 'vscode';
import { longestSentence, shown } from '../../core/shown.ts';
import type { LeakHints } from '../line/leakHints.ts';
import { HoverMarkdown } from '../say/hoverMarkdown.ts';
import { say } from '../say/say.ts';
import type { GrowthNotes } from './growthNotes.ts';

/** Why a line may leak, below its growth, plainly marked as a hint. */
export class HintHover implements vscode.HoverProvider {
  readonly #notes: GrowthNotes;
  readonly #hints: LeakHints;

  constructor(notes: GrowthNotes, hints: LeakHints) {
    this.#notes = notes;
    this.#hints = hints;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const note = this.#notes.visibleIn(document)?.lines.find(({ line }) => line === position.line);
    const growth = note?.growth[0];
    if (note === undefined || growth === undefined || !note.exact) return null;
    const own = this.#notes.growth?.files.get(document.uri.toString())?.own ?? false;
    const hint = await this.#hints.of(document, note.line, growth, own);
    if (hint === null || note.line >= document.lineCount) return null;
    const hover = new HoverMarkdown()
      .bold(say`Hint`)
      .text(say` `)
      .sentence(shown(hint.text, longestSentence));
    hint.lines.forEach(({ file, line }, i) => {
      if (i === 0) hover.paragraph();
      hover.text(i === 0 ? say`See ` : say`, `);
      hover.file(say`${file}:${line}`, vscode.Uri.joinPath(document.uri, '..', file), line);
    });
    if (hint.lines.length > 0) hover.text(say`.`);
    return hover.over(document.lineAt(note.line).range);
  }
}
