import * as vscode from 'vscode';
import type { ValueKind } from '../../core/pair/valueKind.ts';
import type { CodeClient } from '../../engine/code/codeClient.ts';
import { settings } from '../../manifest.ts';
import { Disposable } from '../disposable.ts';
import type { Log } from '../say/log.ts';
import { reasonOf, say } from '../say/say.ts';
import { setting } from '../setting.ts';
import type { ShownDiffs } from '../shownDiffs.ts';
import { followerIn, textOf } from '../source/sourceDrift.ts';
import type { SourceFinder } from '../source/sourceFinder.ts';
import { type DiffGrowth, type FileGrowth, loadGrowth } from './diffGrowth.ts';
import { DocumentReading } from './documentReading.ts';
import type { Notes } from './notes.ts';

/** A sample type or filter changed twice within this is asked for once. Milliseconds. */
const settleTime = 150;

/**
 * The growth of the diff in front, as notes on documents. Empty while no diff is open; known, but not visible, while notes
 * are turned off.
 */
export class GrowthNotes extends Disposable {
  readonly #shown: ShownDiffs;
  readonly #finder: SourceFinder;
  readonly #code: CodeClient;
  readonly #log: Log;
  readonly #changed = this.register(new vscode.EventEmitter<vscode.Uri | null>());
  readonly #documents = new Map<string, DocumentReading>();
  #growth: DiffGrowth | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loading = false;
  #again = false;
  /** Ends when the growth of what is in front is known, or is known not to be had. */
  #known = Promise.resolve();
  #tellKnown: (() => void) | null = null;
  /** Counts what has been in front, whatever way it was looked at. */
  #look = 0;

  /** Notes of a document moved or changed; of any document when null. */
  readonly onDidChange = this.#changed.event;

  constructor(shown: ShownDiffs, finder: SourceFinder, code: CodeClient, log: Log) {
    super();
    this.#shown = shown;
    this.#finder = finder;
    this.#code = code;
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
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
    );
  }

  /** Null while nothing is noted anywhere. */
  get growth(): DiffGrowth | null {
    return this.#growth;
  }

  /** What the growth in a document is of, and whether the document is the reader's own. */
  kindIn({ uri }: vscode.TextDocument): { readonly kind: ValueKind; readonly own: boolean } {
    const own = this.#growth?.files.get(uri.toString())?.own ?? false;
    return { kind: this.#growth?.measured.kind ?? 'memory', own };
  }

  /** The notes to be seen in a document: none while they are turned off. */
  async visibleIn(document: vscode.TextDocument): Promise<Notes | null> {
    const isOn = setting(settings.annotations);
    return isOn ? this.of(document) : null;
  }

  /** Waits until the growth of what is in front now is known. */
  whenKnown(): Promise<void> {
    return this.#known;
  }

  /** The notes of a document, as it is when they are there; null when nothing in it grew. */
  async of(document: vscode.TextDocument): Promise<Notes | null> {
    const key = document.uri.toString();
    for (;;) {
      const of = this.#growth?.files.get(key);
      if (of === undefined || document.isClosed) return null;
      const reading = this.#readingOf(key, document, of);
      const notes = await reading.notes();
      // Where it was given up meanwhile, another has to be waited for.
      if (this.#documents.get(key) === reading) return notes;
    }
  }

  #readingOf(key: string, document: vscode.TextDocument, of: FileGrowth): DocumentReading {
    const known = this.#documents.get(key);
    if (known !== undefined) return known;
    const started = performance.now();
    const reading = new DocumentReading(of, textOf(document), (pieces, functions, signal) =>
      followerIn(this.#code, document, pieces, functions, signal),
    );
    this.#documents.set(key, reading);
    void reading.notes().then(notes => {
      const took = Math.round(performance.now() - started);
      const lines = notes?.lines.length ?? 0;
      this.#log.debug(say`${lines} lines of ${document.uri.path} noted in ${took} ms`);
    });
    return reading;
  }

  #forget(key: string): void {
    this.#documents.get(key)?.dispose();
    this.#documents.delete(key);
  }

  override dispose(): void {
    clearTimeout(this.#timer);
    this.#isKnown();
    for (const key of [...this.#documents.keys()]) this.#forget(key);
    super.dispose();
  }

  /** Soon, not anew for each event: where events never end, notes come all the same. */
  #reload(): void {
    if (this.#shown.front === null) this.#set(null);
    else this.#timer ??= setTimeout(() => void this.#load(), settleTime);
    if (this.#timer === undefined || this.#tellKnown !== null) return;
    this.#known = new Promise(resolve => {
      this.#tellKnown = resolve;
    });
  }

  #isKnown(): void {
    this.#tellKnown?.();
    this.#tellKnown = null;
  }

  async #load(): Promise<void> {
    this.#timer = undefined;
    const diff = this.#shown.front;
    this.#again = this.#loading;
    if (this.#loading) return;
    if (diff === null) return this.#isKnown();
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
      else if (this.#timer === undefined) this.#isKnown();
    }
  }

  #set(growth: DiffGrowth | null): void {
    if (growth === null && this.#growth === null) return;
    this.#growth = growth;
    for (const [key, reading] of this.#documents) {
      // Notes have followed what was typed since; the same ones found again would not know of it.
      const now = growth?.files.get(key);
      if (now !== undefined && growthText(now) === growthText(reading.of)) reading.of = now;
      else this.#forget(key);
    }
    this.#changed.fire(null);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    const reading = this.#documents.get(key);
    if (reading === undefined || contentChanges.length === 0) return;
    const edits = contentChanges.map(({ range, text }) => ({ start: range.start, end: range.end, text }));
    if (!reading.edit(document.version, edits)) this.#forget(key);
    this.#changed.fire(document.uri);
  }
}

/** All that is known of a file's growth, to tell whether it is still the same. */
function growthText({ lines, functions }: FileGrowth): string {
  return JSON.stringify([lines, functions]);
}
