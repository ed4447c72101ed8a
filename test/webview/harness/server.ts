import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { DiffInfo } from '../../../src/core/answers/diffInfo.ts';
import { ProfileError } from '../../../src/core/error.ts';
import { defaultLimits } from '../../../src/core/formats/limits.ts';
import { EngineClient } from '../../../src/engine/client.ts';
import { panelPage } from '../../../src/host/panel/panelPage.ts';
import { validateMessage } from '../../../src/host/panel/validateMessage.ts';
import type { Problem, ToHost, ToWebview } from '../../../src/protocol.ts';
import { engineScript } from '../../fixtures/engineScript.ts';
import { pack } from './packed.ts';
import { type ThemeName, themeSheet, themes } from './themes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a page is told that loads: how far the files are. */
interface Opening {
  readonly engine: EngineClient;
  diff: Promise<DiffInfo>;
}

/** Serves the webview to a browser as the panel does, with the real engine in its thread behind it. */
export class Harness {
  readonly #server: Server;
  readonly #script: Uint8Array;
  #opening: Opening | null = null;
  #problem: Problem | null = null;
  #stale: Problem | null = null;

  private constructor() {
    const built = buildSync({
      absWorkingDir: root,
      entryPoints: ['webview/main.ts'],
      bundle: true,
      format: 'iife',
      target: 'es2022',
      write: false,
    });
    this.#script = built.outputFiles[0]?.contents ?? new Uint8Array();
    this.#server = createServer((request, response) => {
      this.#respond(request).then(
        ([type, body]) => {
          response.setHeader('content-type', type);
          response.end(body);
        },
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
    });
  }

  static async start(): Promise<Harness> {
    const harness = new Harness();
    await new Promise<void>(resolve => harness.#server.listen(0, '127.0.0.1', resolve));
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
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/?theme=${theme}`;
  }

  async stop(): Promise<void> {
    this.#opening?.engine.dispose();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage): Promise<readonly [type: string, body: string | Uint8Array]> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const theme = (url.searchParams.get('theme') ?? 'dark') as ThemeName;
    switch (url.pathname) {
      case '/':
        return ['text/html; charset=utf-8', page(theme)];
      case '/webview.js':
        return ['text/javascript', this.#script];
      case '/host.js':
        return ['text/javascript', readFileSync(new URL('hostPage.js', import.meta.url))];
      case '/webview.css':
        return ['text/css', readFileSync(`${root}media/webview.css`)];
      case '/theme.css':
        return ['text/css', themeSheet(theme)];
      case '/message':
        return ['application/octet-stream', pack(await this.#answer(await bodyOf(request)))];
      default:
        return ['text/plain', ''];
    }
  }

  async #answer(message: ToHost): Promise<readonly ToWebview[]> {
    const opening = this.#opening;
    if (this.#problem !== null) return [{ type: 'failed', problem: this.#problem }];
    if (opening === null) return [{ type: 'progress', phase: 'decoding', fraction: 0.5 }];
    if (message.type === 'ready') return [opened(await opening.diff), ...this.#news()];
    if (message.type !== 'request') return [];
    const { id, method, params } = message;
    try {
      const result = await opening.engine.request(method, params);
      const reply: ToWebview = { type: 'reply', id, ok: true, result };
      if (method !== 'swap') return [reply];
      opening.diff = Promise.resolve(result as DiffInfo);
      return [reply, opened(await opening.diff)];
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return [{ type: 'reply', id, ok: false, problem: { message: error.message, remedies: [] } }];
    }
  }

  #news(): ToWebview[] {
    return this.#stale === null ? [] : [{ type: 'stale', problem: this.#stale }];
  }
}

function opened(diff: DiffInfo): ToWebview {
  const base = diff.base === null ? null : 'file:///base';
  return { type: 'opened', diff, base, current: 'file:///current' };
}

/** The panel's own page, with what stands for VS Code in it: its theme, its API, and leave to ask this server. */
function page(theme: ThemeName): string {
  const nonce = 'harness';
  const html = panelPage({ source: "'self'", styles: '/webview.css', script: '/webview.js', nonce });
  const additions = [
    ["default-src 'none'", "default-src 'none'; connect-src 'self'"],
    ['<link', `<link rel="stylesheet" href="/theme.css?theme=${theme}">\n<link`],
    ['<script', `<script nonce="${nonce}" src="/host.js"></script>\n<script`],
    ['<body', `<body class="${themes[theme].bodyClass}"`],
  ] as const;
  return additions.reduce((text, [before, after]) => {
    assert.equal(text.split(before).length, 2, before);
    return text.replace(before, after);
  }, html);
}

async function bodyOf(request: IncomingMessage): Promise<ToHost> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return validateMessage(JSON.parse(Buffer.concat(parts).toString()));
}
