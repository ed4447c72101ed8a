import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { colors } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import { atLineEnd } from '../say/editorText.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { type Heat, heatOf, heats } from './heat.ts';
import { onDidMoveNotes, placesIn } from './notePlace.ts';
import type { LineNote } from './notes.ts';
import { deltaOf, lineTexts } from './noteText.ts';

type Direction = 'increase' | 'decrease';

/** While lines move under the cursor their notes move by themselves; they are written anew after this. Milliseconds. */
const settleTime = 300;

/** Orange and blue of equal lightness, told apart by everyone, on dark and on light ground. */
const bars: Readonly<Record<Direction, { readonly dark: string; readonly light: string }>> = {
  increase: { dark: '#f0883e', light: '#d97316' },
  decrease: { dark: '#58a6ff', light: '#0b63c4' },
};

/** Draws the notes of all editors on screen: text at the line's end, heat in the gutter, marks in the overview ruler. */
export class NoteDecorations extends Disposable {
  readonly #notes: GrowthNotes;
  readonly #text = this.register(noteType());
  readonly #called = this.register(noteType());
  readonly #heat: ReadonlyMap<string, vscode.TextEditorDecorationType>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the drawings: what an earlier one waits for is not drawn over a later one. */
  #turn = 0;

  constructor(notes: GrowthNotes) {
    super();
    this.#notes = notes;
    this.#heat = new Map(
      (['increase', 'decrease'] as const).flatMap(direction =>
        heats.map(heat => [`${direction} ${heat}`, this.register(heatType(direction, heat))] as const),
      ),
    );
    this.registerAll(
      notes.onDidChange(uri => this.#later(uri === null ? 0 : settleTime)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#later(0)),
      onDidMoveNotes(() => this.#later(0)),
    );
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  #types(): readonly vscode.TextEditorDecorationType[] {
    return [this.#text, this.#called, ...this.#heat.values()];
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const turn = ++this.#turn;
      for (const editor of vscode.window.visibleTextEditors) void this.#drawWhenRead(editor, turn);
    }, milliseconds);
  }

  async #drawWhenRead(editor: vscode.TextEditor, turn: number): Promise<void> {
    const notes = await this.#notes.visibleIn(editor.document);
    if (turn === this.#turn && !this.isDisposed) this.#draw(editor, notes?.lines ?? []);
  }

  #draw(editor: vscode.TextEditor, notes: readonly LineNote[]): void {
    const options = new Map(this.#types().map(type => [type, [] as vscode.DecorationOptions[]]));
    const growth = this.#notes.growth;
    const standsAbove = placesIn(editor.document);
    for (const note of growth === null ? [] : notes) {
      if (note.line >= editor.document.lineCount) continue;
      const { range } = editor.document.lineAt(note.line);
      const after = (type: vscode.TextEditorDecorationType, text: Shown | null, color: string) => {
        if (text !== null) options.get(type)?.push(atLineEnd(range, text, new vscode.ThemeColor(color)));
      };
      const measured = growth?.measured ?? ({ kind: 'memory', sampleType: '', unit: '' } as const);
      const { flat, called, all } = lineTexts(note, measured);
      if (!standsAbove(note.line, all)) {
        after(this.#text, flat, colors[`${directionOf(note)}Note`]);
        after(this.#called, called, colors.calledNote);
      }
      const change = Math.max(...note.growth.map(each => Math.abs(deltaOf([each]))));
      const heat = flat === null ? 1 : heatOf(change, growth?.largest ?? change);
      const type = this.#heat.get(`${directionOf(note)} ${heat}`);
      if (type !== undefined) options.get(type)?.push({ range });
    }
    for (const [type, ranges] of options) editor.setDecorations(type, ranges);
  }
}

/** Which way the line's own allocations went, else those of its calls. */
function directionOf({ growth }: LineNote): Direction {
  const kind = growth[0]?.kind;
  return deltaOf(growth.filter(each => each.kind === kind)) < 0 ? 'decrease' : 'increase';
}

function noteType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({ after: { margin: '0 0 0 2em' } });
}

function heatType(direction: Direction, heat: Heat): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    overviewRulerColor: new vscode.ThemeColor(colors[`${direction}Ruler`]),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    gutterIconSize: 'contain',
    dark: { gutterIconPath: bar(bars[direction].dark, heat) },
    light: { gutterIconPath: bar(bars[direction].light, heat) },
  });
}

/** A bar at the right of the gutter, wider and stronger the hotter. */
function bar(color: string, heat: Heat): vscode.Uri {
  const width = 2 + 2 * heat;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18" preserveAspectRatio="none">` +
    `<rect x="${18 - width}" width="${width}" height="18" fill="${color}" fill-opacity="${0.25 + heat * 0.1875}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, true);
}
