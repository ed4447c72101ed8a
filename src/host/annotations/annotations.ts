import * as vscode from 'vscode';
import { contextKeys } from '../../manifest.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import { GrowthHover } from './growthHover.ts';
import { GrowthLenses } from './growthLenses.ts';
import type { GrowthNotes } from './growthNotes.ts';
import { NoteDecorations } from './noteDecorations.ts';

const everything: vscode.DocumentFilter = { scheme: '*' };

/** Growth in editors, while a comparison is open: notes, heat, hovers, lenses, and the keys that menus ask for. */
export class Annotations implements vscode.Disposable {
  readonly #notes: GrowthNotes;
  readonly #shown: ShownDiffs;
  readonly #decorations: NoteDecorations;
  readonly #lenses: GrowthLenses;
  readonly #listening: vscode.Disposable;
  /** There only while there is something to ask them. */
  #providers: vscode.Disposable | null = null;

  constructor(notes: GrowthNotes, shown: ShownDiffs) {
    this.#notes = notes;
    this.#shown = shown;
    this.#decorations = new NoteDecorations(notes);
    this.#lenses = new GrowthLenses(notes);
    this.#listening = vscode.Disposable.from(
      shown.onDidChange(() => setContext(contextKeys.comparing, this.#shown.front !== null)),
      notes.onDidChange(uri => {
        if (uri === null) this.#update();
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
    this.#providers?.dispose();
    this.#lenses.dispose();
    this.#decorations.dispose();
  }

  #update(): void {
    const { growth } = this.#notes;
    const files = [...(growth?.files.values() ?? [])].map(({ uri }) => uri.fsPath);
    setContext(contextKeys.grownFiles, files);
    if (growth === null) {
      this.#providers?.dispose();
      this.#providers = null;
    } else {
      this.#providers ??= vscode.Disposable.from(
        vscode.languages.registerHoverProvider(everything, new GrowthHover(this.#notes)),
        vscode.languages.registerCodeLensProvider(everything, this.#lenses),
      );
    }
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
