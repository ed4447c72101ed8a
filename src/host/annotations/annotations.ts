import * as vscode from 'vscode';
import { contextKeys } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import type { LeakHints } from '../line/leakHints.ts';
import type { LineAuthors } from '../line/lineAuthors.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import { AuthorHover } from './authorHover.ts';
import { GrowthHover } from './growthHover.ts';
import { GrowthLenses } from './growthLenses.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { HintHover } from './hintHover.ts';
import { NoteDecorations } from './noteDecorations.ts';

const everything: vscode.DocumentFilter = { scheme: '*' };

/** Growth in editors, while a comparison is open: notes, heat, hovers, lenses, and the keys that menus ask for. */
export class Annotations extends Disposable {
  readonly #notes: GrowthNotes;
  readonly #shown: ShownDiffs;

  constructor(notes: GrowthNotes, shown: ShownDiffs, authors: LineAuthors, hints: LeakHints) {
    super();
    this.#notes = notes;
    // Each shows its part as soon as it has it; VS Code puts the one registered last on top.
    const hovers = [new AuthorHover(notes, authors), new HintHover(notes, hints), new GrowthHover(notes)];
    this.#shown = shown;
    this.register(new NoteDecorations(notes));
    const lenses = this.register(new GrowthLenses(notes));
    this.registerAll(
      shown.onDidChange(() => setContext(contextKeys.comparing, this.#shown.front !== null)),
      notes.onDidChange(uri => {
        if (uri === null) this.#tellMenus();
      }),
      ...hovers.map(each => vscode.languages.registerHoverProvider(everything, each)),
      vscode.languages.registerCodeLensProvider(everything, lenses),
    );
  }

  #tellMenus(): void {
    const files = [...(this.#notes.growth?.paths.keys() ?? [])].map(uri => vscode.Uri.parse(uri).fsPath);
    setContext(contextKeys.comparedFiles, files);
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
