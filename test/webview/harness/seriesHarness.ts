import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import type { KnownLeak } from '../../../src/core/known/knownLeaks.ts';
import { isCapture } from '../../../src/core/profileNames.ts';
import type { LeftOut } from '../../../src/core/series/series.ts';
import { SeriesClient } from '../../../src/engine/series/seriesClient.ts';
import type { FolderNote } from '../../../src/host/files/folderNotes.ts';
import { checked } from '../../../src/host/panel/validateMessage.ts';
import { type NamedCapture, seriesNews } from '../../../src/host/series/seriesNews.ts';
import { seriesOf } from '../../../src/host/series/seriesOf.ts';
import type { Problem } from '../../../src/protocol.ts';
import {
  type SeriesState,
  type SeriesToHost,
  type SeriesToWebview,
  seriesToHost,
} from '../../../src/seriesProtocol.ts';
import { noScripts } from '../../fixtures/scripts/noScripts.ts';
import { seriesScript } from '../../fixtures/seriesScript.ts';
import { PageServer } from './pageServer.ts';
import type { ThemeName } from './themes.ts';

/** A capture to be read. */
export interface CaptureBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The captures in a folder. */
export function capturesIn(folder: string): readonly CaptureBytes[] {
  return readdirSync(folder)
    .filter(isCapture)
    .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/** What is known beside the captures. */
interface Opened extends Partial<Omit<SeriesState, 'after'>> {
  readonly after?: readonly CaptureBytes[];
  /** Metrics. */
  readonly csv?: Uint8Array;
  /** Leaks that are set aside. */
  readonly known?: readonly KnownLeak[];
}

/** Serves the page "Heap over time" to a browser as its panel does, with the real thread behind it. */
export class SeriesHarness {
  #server: PageServer | null = null;
  #client: SeriesClient | null = null;
  #files: readonly NamedCapture[] = [];
  #after: readonly NamedCapture[] = [];
  #leftOut: readonly LeftOut[] = [];
  #known: readonly KnownLeak[] = [];
  #notes: ReadonlyMap<string, FolderNote> = new Map();
  #state: SeriesState = seriesOf([]);
  #problem: Problem | null = null;
  #given: Parameters<SeriesHarness['open']> = [[]];

  static async start(): Promise<SeriesHarness> {
    const harness = new SeriesHarness();
    const entries = ['media/webview.css', 'media/series.css', 'webview/seriesMain.ts'];
    harness.#server = await PageServer.start(entries, message =>
      harness.#answer(checked(seriesToHost, message)),
    );
    return harness;
  }

  /** Reads these captures, and those of a second series; what is no profile is left out. */
  async open(before: readonly CaptureBytes[], opened: Opened = {}): Promise<void> {
    const { after = [], csv, known = [], ...state } = opened;
    this.#given = [before, opened];
    this.#client?.dispose();
    const client = new SeriesClient(seriesScript);
    const leftOut: LeftOut[] = [];
    const read = async ({ name, bytes }: CaptureBytes, folder: string): Promise<NamedCapture> => {
      const file = `file:///${folder}/${name}`;
      const { sampleType = null } = state;
      await client
        .add({ file, bytes: bytes.slice(), limits: defaultLimits, sampleType }, noScripts)
        .catch((error: Error) => {
          leftOut.push({ file, why: `${name}: ${error.message}` });
        });
      return { file, name };
    };
    const files = await Promise.all(before.map(each => read(each, 'before')));
    this.#after = await Promise.all(after.map(each => read(each, 'after')));
    if (csv !== undefined)
      await client.addMetrics({ file: 'csv', bytes: csv.slice(), limits: defaultLimits });
    const note = {
      name: '',
      settled: false,
      goroutines: null,
      leakedGoroutines: null,
      metrics: 'csv',
      leaks: null,
    };
    this.#notes = new Map(csv === undefined ? [] : files.map(({ file }) => [file, note]));
    this.#client = client;
    this.#files = [...files, ...this.#after];
    this.#leftOut = leftOut;
    this.#known = known;
    const later = this.#after.map(({ file }) => file);
    this.#state = { ...seriesOf(files.map(({ file }) => file)), after: later, ...state };
    this.#problem = null;
  }

  /** From now on nothing can be opened. */
  fail(problem: Problem): void {
    this.#problem = problem;
  }

  url(theme: ThemeName): string {
    assert.ok(this.#server);
    return this.#server.url(theme);
  }

  async stop(): Promise<void> {
    this.#client?.dispose();
    await this.#server?.stop();
  }

  async #answer(message: SeriesToHost): Promise<readonly SeriesToWebview[]> {
    if (this.#problem !== null) return [{ type: 'failed', problem: this.#problem }];
    if (message.type === 'sampleType') {
      const [before, opened] = this.#given;
      await this.open(before, { ...opened, sampleType: message.sampleType });
    }
    if (message.type === 'swap') {
      const [before, { after = [], ...state } = {}] = this.#given;
      await this.open(after, { ...state, after: before });
    }
    const client = this.#client;
    if (client === null) return [{ type: 'progress', done: 2, of: 8 }];
    const state = this.#state;
    if (message.type === 'settle') {
      const others = state.settled.filter(file => file !== message.file);
      this.#state = { ...state, settled: message.settled ? [...others, message.file] : others };
    }
    if (message.type === 'fix') this.#state = { ...state, fixedFrom: message.from };
    const reading = {
      files: this.#files,
      after: this.#after,
      leftOut: this.#leftOut,
      ask: client.ask.bind(client),
    };
    return [
      { type: 'state', state: this.#state },
      await seriesNews(reading, this.#state, this.#notes, [], this.#known),
    ];
  }
}
