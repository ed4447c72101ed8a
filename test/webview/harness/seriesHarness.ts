import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import type { LeftOut } from '../../../src/core/series/series.ts';
import { SeriesClient } from '../../../src/engine/series/seriesClient.ts';
import { checked } from '../../../src/host/panel/validateMessage.ts';
import { isCapture } from '../../../src/host/series/isCapture.ts';
import { seriesOf } from '../../../src/host/series/seriesOf.ts';
import { shownSeries } from '../../../src/host/series/shownSeries.ts';
import type { Problem } from '../../../src/protocol.ts';
import { type SeriesToHost, type SeriesToWebview, seriesToHost } from '../../../src/seriesProtocol.ts';
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

/** Serves the page "Heap over time" to a browser as its panel does, with the real thread behind it. */
export class SeriesHarness {
  #server: PageServer | null = null;
  #client: SeriesClient | null = null;
  #files: readonly string[] = [];
  #leftOut: readonly LeftOut[] = [];
  #settled: ReadonlySet<string> = new Set();
  #problem: Problem | null = null;

  static async start(): Promise<SeriesHarness> {
    const harness = new SeriesHarness();
    const entries = ['media/webview.css', 'media/series.css', 'webview/seriesMain.ts'];
    harness.#server = await PageServer.start(entries, message =>
      harness.#answer(checked(seriesToHost, message)),
    );
    return harness;
  }

  /** Reads these captures; what is no profile is left out. */
  async open(captures: readonly CaptureBytes[], settled: readonly string[] = []): Promise<void> {
    this.#client?.dispose();
    const client = new SeriesClient(seriesScript);
    const leftOut: LeftOut[] = [];
    for (const { name, bytes } of captures) {
      await client.add({ file: name, bytes: bytes.slice(), limits: defaultLimits }).catch((error: Error) => {
        leftOut.push({ file: name, why: `${name}: ${error.message}` });
      });
    }
    this.#client = client;
    this.#files = captures.map(({ name }) => name);
    this.#leftOut = leftOut;
    this.#settled = new Set(settled);
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
    const client = this.#client;
    if (client === null) return [{ type: 'progress', done: 2, of: 8 }];
    if (message.type === 'settle') {
      const settled = new Set(this.#settled);
      if (message.settled) settled.add(message.file);
      else settled.delete(message.file);
      this.#settled = settled;
    }
    const answer = await client.ask('answer', {
      files: this.#files,
      beside: {
        settled: [...this.#settled],
        goroutines: [],
        names: [],
        requests: [],
        leftOut: this.#leftOut,
      },
    });
    const state = { ...seriesOf(this.#files), settled: [...this.#settled] };
    return [
      { type: 'state', state },
      { type: 'series', answer: shownSeries(answer), metrics: [] },
    ];
  }
}
