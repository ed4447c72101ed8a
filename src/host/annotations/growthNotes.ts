import * as vscode from 'vscode';
import { followFrames } from '../../core/code/drift.ts';
import { languageOf } from '../../core/code/language.ts';
import { settings } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import type { Log } from '../say/log.ts';
import { reasonOf, say } from '../say/say.ts';
import { setting } from '../setting.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import { longestText } from '../source/sourceDrift.ts';
import type { SourceFinder } from '../source/sourceFinder.ts';
import { type DiffGrowth, type FileGrowth, loadGrowth } from './diffGrowth.ts';
import { DocumentNotes } from './documentNotes.ts';
import { type Notes, notesOf } from './notes.ts';

/** A sample type or filter changed twice within this is asked for once. Milliseconds. */
const settleTime = 150;

/**
 * The growth of the diff in front, as notes on documents. Empty while no diff is open; known, but not visible, while notes
 * are turned off.
 */
export class GrowthNotes extends Disposable {
  readonly #shown: ShownDiffs;
  readonly #finder: SourceFinder;
  readonly #log: Log;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri | null>());
  readonly #documents = new Map<string, { readonly of: FileGrowth; readonly tracked: DocumentNotes }>();
  #growth: DiffGrowth | null = null;
  #timer: NodeJS.Timeout | undefined;
  #loading = false;
  #again = false;
  /** Counts what has been in front, whatever way it was looked at. */
  #look = 0;

  /** Notes of a document moved or changed; of any document when null. */
  readonly onDidChange = this.#changed.event;

  constructor(shown: ShownDiffs, finder: SourceFinder, log: Log) {
    super();
    this.#shown = shown;
    this.#finder = finder;
    this.#log = log;
    this.registerAll(
      shown.onDidChange(() => {
        this.#look++;
        this.#reload();
      }),
      finder.onDidChange(() => this.#reload()),
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(settings.annotations)) this.#changed.fire(null);
      }),
      vscode.workspace.onDidChangeTextDocument(change => this.#edited(change)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#documents.delete(uri.toString())),
    );
  }

  /** Null while nothing is noted anywhere. */
  get growth(): DiffGrowth | null {
    return this.#growth;
  }

  /** The notes to be seen in a document: none while they are turned off. */
  visibleIn(document: vscode.TextDocument): Notes | null {
    const isOn = setting(settings.annotations);
    return isOn ? this.of(document) : null;
  }

  /** The notes of a document as it is now; null when nothing in it grew. */
  of(document: vscode.TextDocument): Notes | null {
    const key = document.uri.toString();
    const of = this.#growth?.files.get(key);
    if (of === undefined) return null;
    const known = this.#documents.get(key);
    if (known?.of === of) return known.tracked.notes;
    const started = performance.now();
    const tracked = new DocumentNotes(read(document, of), line => indentOf(document, line));
    const took = (performance.now() - started).toFixed(1);
    this.#log.debug(say`${tracked.notes.lines.length} lines of ${document.uri.path} noted in ${took} ms`);
    this.#documents.set(key, { of, tracked });
    return tracked.notes;
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    super.dispose();
  }

  /** Soon, not anew for each event: where events never end, notes come all the same. */
  #reload(): void {
    if (this.#shown.front === null) this.#set(null);
    else this.#timer ??= setTimeout(() => void this.#load(), settleTime);
  }

  async #load(): Promise<void> {
    this.#timer = undefined;
    const diff = this.#shown.front;
    this.#again = this.#loading;
    if (diff === null || this.#loading) return;
    this.#loading = true;
    const look = this.#look;
    const isOver = (): boolean => this.isDisposed || this.#look !== look;
    const started = performance.now();
    try {
      const growth = await loadGrowth(diff, this.#finder);
      if (isOver()) return;
      const took = Math.round(performance.now() - started);
      this.#log.debug(say`growth in ${growth.files.size} files, found in ${took} ms`);
      this.#set(growth);
    } catch (error) {
      if (isOver()) return;
      this.#log.warn(say`no growth to note: ${reasonOf(error)}`);
      this.#set(null);
    } finally {
      this.#loading = false;
      if (this.#again && !this.isDisposed) this.#reload();
    }
  }

  #set(growth: DiffGrowth | null): void {
    if (growth === null && this.#growth === null) return;
    this.#growth = growth;
    for (const [key, { of, tracked }] of this.#documents) {
      // Notes have followed what was typed since; the same ones found again would not know of it.
      const now = growth?.files.get(key);
      if (now !== undefined && textOf(now) === textOf(of)) {
        this.#documents.set(key, { of: now, tracked });
      } else this.#documents.delete(key);
    }
    this.#changed.fire(null);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#documents.get(document.uri.toString());
    if (known === undefined || contentChanges.length === 0) return;
    if (
      !known.tracked.edit(
        contentChanges.map(({ range, text }) => ({ start: range.start, end: range.end, text })),
      )
    )
      this.#documents.delete(document.uri.toString());
    this.#changed.fire(document.uri);
  }
}

function read(document: vscode.TextDocument, { lines, functions }: FileGrowth): Notes {
  const text = document.getText();
  if (text.length > longestText) return { lines: [], functions: [] };
  return notesOf(lines, functions, followFrames(text, languageOf(document.uri.path)));
}

function indentOf(document: vscode.TextDocument, line: number): number {
  return line < document.lineCount ? document.lineAt(line).firstNonWhitespaceCharacterIndex : 0;
}

/** All that is known of a file's growth, to tell whether it is still the same. */
function textOf({ lines, functions }: FileGrowth): string {
  return JSON.stringify([lines, functions]);
}
