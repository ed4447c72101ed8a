import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { longestSentence, shown } from '../../core/shown.ts';
import { commands } from '../../manifest.ts';
import { signalOf } from '../cancellation.ts';
import type { LeakHints } from '../line/leakHints.ts';
import { mostLines, type ShownLine } from '../line/showLines.ts';
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

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | null> {
    const notes = await this.#notes.visibleIn(document);
    const note = notes?.lines.find(({ line }) => line === position.line);
    const growth = note?.growth[0];
    if (note === undefined || growth === undefined || !note.exact) return null;
    const hinted = { growth, ...this.#notes.kindIn(document) };
    const hint = await this.#hints.of(document, note.line, hinted, signalOf(token));
    if (hint === null || note.line >= document.lineCount) return null;
    const uriOf = (file: string): vscode.Uri => vscode.Uri.joinPath(document.uri, '..', file);
    const hover = new HoverMarkdown(commands.showLines)
      .bold(say(l10n.t('Hint')))
      .text(say` `)
      .sentence(shown(hint.text, longestSentence));
    if (hint.lines.length > 0) {
      hover.paragraph().around(l10n.t('See {0}.'), () =>
        hint.lines.forEach(({ file, line }, i) => {
          if (i > 0) hover.text(say`, `);
          hover.file(say`${file}:${line}`, uriOf(file), line);
        }),
      );
    }
    if (hint.next !== null && hint.next.lines.length > 0) {
      const from: ShownLine = { uri: document.uri.toString(), line: note.line + 1 };
      const to = hint.next.lines.map(({ file, line }) => ({ uri: uriOf(file).toString(), line }));
      hover.paragraph().command(shown(hint.next.title), commands.showLines, [from, to.slice(0, mostLines)]);
    }
    return hover.over(document.lineAt(note.line).range);
  }
}
