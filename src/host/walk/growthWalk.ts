import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { GrowthNotes } from '../annotations/growthNotes.ts';
import { size } from '../annotations/notes.ts';
import { inform, mention } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { columnOfEditor, type LineReveal } from '../source/lineReveal.ts';
import { type GrownLine, inOrderOfGrowth, neighbourOf } from './growthOrder.ts';

/** Walks the lines that changed, across files, the largest change first. */
export class GrowthWalk {
  readonly #notes: GrowthNotes;
  readonly #reveal: LineReveal;
  #last: GrownLine | null = null;

  constructor(notes: GrowthNotes, reveal: LineReveal) {
    this.#notes = notes;
    this.#reveal = reveal;
  }

  /** Goes to the next smaller (1) or next larger (−1) change than that of the line at the cursor. */
  async go(step: 1 | -1): Promise<void> {
    const order = this.#order();
    const to = neighbourOf(order, (await this.#here()) ?? this.#last, step);
    if (to === undefined) {
      void inform(say(l10n.t('No line of an open comparison changed beyond sampling noise.')));
      return;
    }
    this.#last = to;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(to.file, true));
    const notes = (await this.#notes.of(document))?.lines ?? [];
    const note = notes.find(({ growth }) => growth.some(({ line }) => line === to.line));
    const line = note?.line ?? Math.min(to.line, document.lineCount) - 1;
    await this.#reveal.show(document.uri, line + 1, 'go', columnOfEditor());
    const rank = order.indexOf(to) + 1;
    mention(say(l10n.t('Heap Diff: change {0} of {1}'), rank, order.length));
  }

  /** Lines of the workspace's own files; of libraries only when no other line changed. */
  #order(): readonly GrownLine[] {
    const files = [...(this.#notes.growth?.files ?? [])].map(([file, growth]) => ({ file, ...growth }));
    const own = files.filter(each => each.own && each.lines.length > 0);
    return inOrderOfGrowth(
      (own.length > 0 ? own : files).flatMap(({ file, lines }) =>
        lines.map(growth => ({ file, line: growth.line, change: size(growth) })),
      ),
    );
  }

  async #here(): Promise<Pick<GrownLine, 'file' | 'line'> | null> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return null;
    const cursor = editor.selection.active.line;
    const notes = await this.#notes.of(editor.document);
    const note = notes?.lines.find(({ line }) => line === cursor);
    const line = note?.growth[0]?.line;
    return line === undefined ? null : { file: editor.document.uri.toString(), line };
  }
}
