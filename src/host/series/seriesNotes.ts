import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { shortName } from '../../core/displayName.ts';
import { barePlace, type Place } from '../../core/names/place.ts';
import { formatRate } from '../../core/series/rate.ts';
import type { SeriesSite, VerdictKind } from '../../core/series/series.ts';
import type { Shown } from '../../core/shown.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { colors, settings } from '../../manifest.ts';
import { onDidMoveNotes, placesIn } from '../annotations/notePlace.ts';
import { Disposable } from '../disposable.ts';
import { atLineEnd, noteOver } from '../say/editorText.ts';
import { type Message, say } from '../say/say.ts';
import { setting } from '../setting.ts';
import { driftIn } from '../source/sourceDrift.ts';
import type { SourceFinder } from '../source/sourceFinder.ts';
import { uriOf } from '../source/sourceUri.ts';
import type { JudgedSeries } from './seriesNews.ts';

/** Verdicts that are noted; of the others there is nothing to say at a line. */
const noted: Partial<Record<VerdictKind, () => Message>> = {
  staircase: () => l10n.t('▲ staircase over {0} captures'),
  oneStep: () => l10n.t('▲ one step over {0} captures'),
  followsTraffic: () => l10n.t('▲ follows traffic over {0} captures'),
};

/** The verdicts of the series that is open, at the lines of its sites. Of several series the one shown last is noted. */
export class SeriesNotes extends Disposable implements vscode.CodeLensProvider {
  readonly #finder: SourceFinder;
  readonly #code: CodeClient;
  readonly #type = this.register(
    vscode.window.createTextEditorDecorationType({ after: { margin: '0 0 0 3em' } }),
  );
  readonly #changed = this.register(new vscode.EventEmitter<void>());
  readonly #shown = new Map<object, JudgedSeries>();
  /** Counts the drawings: what an earlier one waits for is not drawn over a later one. */
  #turn = 0;

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(finder: SourceFinder, code: CodeClient) {
    super();
    this.#finder = finder;
    this.#code = code;
    this.registerAll(
      finder.onDidChange(() => this.#draw()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
      onDidMoveNotes(() => this.#draw()),
      vscode.languages.registerCodeLensProvider({ scheme: '*' }, this),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(settings.annotations)) this.#draw();
      }),
    );
  }

  /** Takes note of what a panel shows now. */
  show(panel: object, judged: JudgedSeries): void {
    this.#shown.delete(panel);
    this.#shown.set(panel, judged);
    this.#draw();
  }

  hide(panel: object): void {
    if (this.#shown.delete(panel)) this.#draw();
  }

  #draw(): void {
    const turn = ++this.#turn;
    const judged = this.#judged();
    for (const editor of vscode.window.visibleTextEditors) {
      if (judged === undefined) editor.setDecorations(this.#type, []);
      else void this.#drawIn(editor, judged, turn);
    }
    this.#changed.fire();
  }

  async #drawIn(editor: vscode.TextEditor, judged: JudgedSeries, turn: number): Promise<void> {
    const { document } = editor;
    const texts = await this.#textsIn(document, judged);
    // Whatever happened while the file was read draws anew.
    if (turn !== this.#turn || this.isDisposed) return;
    const color = new vscode.ThemeColor(colors.increaseNote);
    editor.setDecorations(
      this.#type,
      notesAt(document, texts)
        .filter(({ above }) => !above)
        .map(({ range, text }) => atLineEnd(range, text, color)),
    );
  }

  /** Those that would be out of sight behind their lines. */
  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const judged = this.#judged();
    if (judged === undefined) return [];
    const texts = await this.#textsIn(document, judged);
    return notesAt(document, texts)
      .filter(({ above }) => above)
      .map(({ range, text }) => noteOver(range, text));
  }

  /** The verdict that is noted; of several the one shown last. */
  #judged(): JudgedSeries | undefined {
    return setting(settings.annotations) ? [...this.#shown.values()].at(-1) : undefined;
  }

  /** By line, 0-based. */
  async #textsIn(document: vscode.TextDocument, judged: JudgedSeries): Promise<ReadonlyMap<number, Shown>> {
    const texts = new Map<number, Shown>();
    for (const site of judged.sites) {
      const text = noteText(site, judged);
      if (text === null) continue;
      const { name, calledFrom } = site;
      await this.#note(texts, document, barePlace(site), text);
      if (calledFrom === null) continue;
      const called = say(l10n.t('{0} in {1}, called here'), text, shortName(name));
      await this.#note(texts, document, calledFrom, called);
    }
    return texts;
  }

  /** Of several at one line the first is noted, which grew most. */
  async #note(
    texts: Map<number, Shown>,
    document: vscode.TextDocument,
    place: Place,
    text: Shown,
  ): Promise<void> {
    if (place.line <= 0 || !(await this.#isIn(document.uri, place))) return;
    const drift = await driftIn(this.#code, document, place);
    if (drift.status !== 'gone' && !texts.has(drift.line - 1)) texts.set(drift.line - 1, text);
  }

  async #isIn(uri: vscode.Uri, { file, name }: Place): Promise<boolean> {
    if (file === '') return false;
    const located = await this.#finder.find(file, name);
    return located.kind === 'found' && uriOf(located.file).toString() === uri.toString();
  }
}

/** Where texts stand. */
function notesAt(
  document: vscode.TextDocument,
  texts: ReadonlyMap<number, Shown>,
): readonly { readonly range: vscode.Range; readonly text: Shown; readonly above: boolean }[] {
  const standsAbove = placesIn(document);
  const lines = [...texts].filter(([line]) => line < document.lineCount);
  return lines.map(([line, text]) => {
    return { range: document.lineAt(line).range, text, above: standsAbove(line, [text]) };
  });
}

/** `▲ staircase over 8 captures, +80.6 MiB/min (69.0 MiB … 99.8 MiB)`; null where there is nothing to say. */
function noteText({ verdict }: SeriesSite, { sampleType }: JudgedSeries): Shown | null {
  const message = noted[verdict.kind]?.();
  if (message === undefined) return null;
  const { perHour, seen } = verdict;
  const text = say(message, seen.captures);
  return perHour === null ? text : say`${text}, ${formatRate(perHour, seen.milliseconds, sampleType.unit)}`;
}
