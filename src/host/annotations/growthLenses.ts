import * as vscode from 'vscode';
import type { Place } from '../../core/names/place.ts';
import { commands, settings } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import { lensOver } from '../say/editorText.ts';
import { say } from '../say/say.ts';
import { setting } from '../setting.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { onDidSplit, standsAbove } from './notePlace.ts';
import { lensText, lineTexts } from './noteText.ts';

/** After this the focus is where it is going. Milliseconds. */
const settleTime = 400;

/** A line over each function that grew: how much, and the way into the flame graph; and the notes that stand over their lines. */
export class GrowthLenses extends Disposable implements vscode.CodeLensProvider {
  readonly #notes: GrowthNotes;
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(notes: GrowthNotes) {
    super();
    this.#notes = notes;
    this.registerAll(
      notes.onDidChange(() => this.#changed.fire()),
      // VS Code drops what it was about to ask when the focus leaves an editor, as it does on the way back to a panel.
      vscode.window.onDidChangeActiveTextEditor(() => this.#askAgain()),
      onDidSplit(() => this.#changed.fire()),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(settings.codeLens)) this.#changed.fire();
      }),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const isOn = setting(settings.codeLens);
    const notes = isOn ? await this.#notes.visibleIn(document) : null;
    const measured = this.#notes.growth?.measured;
    if (notes === null || measured === undefined) return [];
    const overLines = notes.lines.flatMap(note => {
      if (note.line >= document.lineCount) return [];
      const { flat, called } = lineTexts(note, measured);
      const titles = [flat, called].filter(text => text !== null);
      const [first] = note.growth;
      if (first === undefined || !standsAbove(document, note.line, titles)) return [];
      const { name, file, startLine } = first;
      const place: Place = { name, file, line: 0, startLine };
      const { range } = document.lineAt(note.line);
      return titles.map(title => lensOver(range, title, commands.reveal, [place]));
    });
    const overFunctions = notes.functions.flatMap(({ line, growth }) => {
      if (line >= document.lineCount) return [];
      const range = document.lineAt(line).range;
      return (['flat', 'called'] as const).flatMap(kind => {
        const some = growth.filter(each => each.kind === kind);
        const [first] = some;
        if (first === undefined) return [];
        const { name, file, startLine } = first;
        const place: Place = { name, file, line: 0, startLine };
        const title = say`${lensText(some, measured)} · Show in flame graph`;
        return [lensOver(range, title, commands.reveal, [place])];
      });
    });
    return [...overFunctions, ...overLines];
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  #askAgain(): void {
    clearTimeout(this.#timer);
    if (this.#notes.growth === null) return;
    this.#timer = setTimeout(() => this.#changed.fire(), settleTime);
  }
}
