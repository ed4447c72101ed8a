import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Growth } from '../../core/answers/growth.ts';
import type { Place } from '../../core/names/place.ts';
import type { Shown } from '../../core/shown.ts';
import { commands, settings } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import { lensOver } from '../say/editorText.ts';
import { say, sayBeside } from '../say/say.ts';
import { setting } from '../setting.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { onDidMoveNotes, placesIn } from './notePlace.ts';
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
      onDidMoveNotes(() => this.#changed.fire()),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const isOn = setting(settings.codeLens);
    const notes = isOn ? await this.#notes.visibleIn(document) : null;
    const measured = this.#notes.growth?.measured;
    if (notes === null || measured === undefined) return [];
    const standsAbove = placesIn(document);
    const overLines = notes.lines.flatMap(note => {
      if (note.line >= document.lineCount) return [];
      const { all } = lineTexts(note, measured);
      if (!standsAbove(note.line, all)) return [];
      return all.flatMap(title => lensTo(document, note.line, title, note.growth));
    });
    const overFunctions = notes.functions.flatMap(({ line, growth }) => {
      if (line >= document.lineCount) return [];
      return (['flat', 'called'] as const).flatMap(kind => {
        const some = growth.filter(each => each.kind === kind);
        return lensTo(
          document,
          line,
          sayBeside([lensText(some, measured), say(l10n.t('Show in flame graph'))], ' · '),
          some,
        );
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

/** A line that leads to the function of the largest growth in the flame graph; none where nothing grew. */
function lensTo(
  document: vscode.TextDocument,
  line: number,
  title: Shown,
  [largest]: readonly Growth[],
): vscode.CodeLens[] {
  if (largest === undefined) return [];
  const { name, file, startLine } = largest;
  const place: Place = { name, file, line: 0, startLine };
  return [lensOver(document.lineAt(line).range, title, commands.reveal, [place])];
}
