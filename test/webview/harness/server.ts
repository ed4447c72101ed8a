import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import { ProfileError } from '../../../src/core/error.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { noFilter } from '../../../src/core/stacks/filterFields.ts';
import { EngineClient } from '../../../src/engine/client.ts';
import { validateMessage } from '../../../src/host/panel/validateMessage.ts';
import type { LeakedGoroutines, Problem, ToHost, ToWebview } from '../../../src/protocol.ts';
import { engineScript } from '../../fixtures/engineScript.ts';
import { PageServer } from './pageServer.ts';
import type { ThemeName } from './themes.ts';

/** What a page is told that loads: how far the files are. */
interface Opening {
  readonly engine: EngineClient;
  diff: Promise<DiffInfo>;
}

let lastRevision = 0;

/** Serves the webview to a browser as the panel does, with the real engine in its thread behind it. */
export class Harness {
  #server: PageServer | null = null;
  #opening: Opening | null = null;
  #problem: Problem | null = null;
  #stale: Problem | null = null;
  /** What was captured of leaked goroutines beside the files that are opened next. */
  leaked: LeakedGoroutines | null = null;

  static async start(): Promise<Harness> {
    const harness = new Harness();
    harness.#server = await PageServer.start(['media/webview.css', 'webview/main.ts'], message =>
      harness.#answer(validateMessage(message)),
    );
    return harness;
  }

  /** Opens one profile, or base and current. */
  open(...paths: readonly string[]): void {
    const bytes = paths.map(path => new Uint8Array(readFileSync(path)));
    this.openBytes(
      bytes,
      paths.map(path => path.slice(path.lastIndexOf('/') + 1)),
    );
  }

  /** Opens one profile, or base and current, that are in no file. */
  openBytes(contents: readonly Uint8Array[], names: readonly string[] = ['base', 'current']): void {
    const files = contents.map((bytes, i) => ({ name: names[i] ?? '', bytes }));
    this.#problem = null;
    this.#stale = null;
    this.#opening?.engine.dispose();
    const engine = new EngineClient(engineScript, () => {});
    const diff = engine.open({ files, order: 'byTime', limits: defaultLimits });
    // Whoever asks is told; nobody may ask.
    diff.catch(() => {});
    this.#opening = { engine, diff };
  }

  /** From now on nothing can be opened. */
  fail(problem: Problem): void {
    this.#problem = problem;
  }

  /** A file has changed while the page was hidden: from now on a page that loads is told right after `opened`. */
  outdate(problem: Problem): void {
    this.#stale = problem;
  }

  url(theme: ThemeName = 'dark'): string {
    assert.ok(this.#server);
    return this.#server.url(theme);
  }

  async stop(): Promise<void> {
    this.#opening?.engine.dispose();
    await this.#server?.stop();
  }

  async #answer(message: ToHost): Promise<readonly ToWebview[]> {
    const opening = this.#opening;
    if (this.#problem !== null) return [{ type: 'failed', problem: this.#problem }];
    if (opening === null) return [{ type: 'progress', phase: 'decoding', fraction: 0.5 }];
    if (message.type === 'ready') return [this.#opened(await opening.diff), ...this.#news()];
    if (message.type === 'markKnown') return markKnown(opening.engine, await opening.diff, message);
    if (message.type !== 'request') return [];
    const { id, method, params } = message;
    try {
      const result = await opening.engine.request(method, params);
      const reply: ToWebview = { type: 'reply', id, ok: true, result };
      if (method !== 'swap') return [reply];
      opening.diff = Promise.resolve(result as DiffInfo);
      return [reply, this.#opened(await opening.diff)];
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return [{ type: 'reply', id, ok: false, problem: { message: error.message, remedies: [] } }];
    }
  }

  #opened(diff: DiffInfo): ToWebview {
    const base = diff.base === null ? null : 'file:///base';
    const leaked = this.leaked && { leaked: this.leaked };
    return { type: 'opened', diff, base, current: 'file:///current', revision: ++lastRevision, ...leaked };
  }

  #news(): ToWebview[] {
    return this.#stale === null ? [] : [{ type: 'stale', problem: this.#stale }];
  }
}

/** As the host does once it has asked and written: here nobody is asked. */
async function markKnown(
  engine: EngineClient,
  { defaultSampleType: sampleType }: DiffInfo,
  { site, mark }: Extract<ToHost, { readonly type: 'markKnown' }>,
): Promise<readonly ToWebview[]> {
  const options = { sampleType, granularity: 'functions', normalize: false, filter: noFilter } as const;
  const fingerprint = await engine.request('fingerprint', { options, ...site });
  const fixed = mark === 'fixed' ? '2026-11-28' : null;
  const leaks = mark === 'unknown' ? [] : [{ ...fingerprint, because: 'bounded at <1 GiB>', fixed }];
  await engine.request('known', { leaks });
  return [{ type: 'ownCode' }];
}
