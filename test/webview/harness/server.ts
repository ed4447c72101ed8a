import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { ProfileError } from '../../../src/core/error.ts';
import { openFiles } from '../../../src/engine/openFiles.ts';
import type { DiffSession } from '../../../src/engine/session.ts';
import type { Problem, ToHost, ToWebview } from '../../../src/protocol.ts';
import { type ThemeName, themeSheet, themes } from './themes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The policy that the panel has in VS Code, with the one addition that the stand-in may ask this server. */
const policy =
  "default-src 'none'; connect-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
  "script-src 'nonce-harness'";

/** Serves the webview to a browser, with the real engine behind it. */
export class Harness {
  readonly #server: Server;
  readonly #script: Uint8Array;
  #session: DiffSession | null = null;
  #problem: Problem | null = null;

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
    this.#session = openFiles({ files, order: 'byTime' }, () => {});
  }

  /** From now on nothing can be opened. */
  fail(problem: Problem): void {
    this.#problem = problem;
  }

  url(theme: ThemeName = 'dark'): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/?theme=${theme}`;
  }

  async stop(): Promise<void> {
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
        return ['application/json', JSON.stringify(this.#answer(await bodyOf(request)), withArrays)];
      default:
        return ['text/plain', ''];
    }
  }

  #answer(message: ToHost): readonly ToWebview[] {
    const session = this.#session;
    if (this.#problem !== null) return [{ type: 'failed', problem: this.#problem }];
    if (session === null) return [{ type: 'progress', phase: 'decoding', fraction: 0.5 }];
    const opened = (): ToWebview => ({
      type: 'opened',
      diff: session.info(),
      base: session.info().base === null ? null : 'file:///base',
      current: 'file:///current',
    });
    if (message.type === 'ready') return [opened()];
    if (message.type !== 'request') return [];
    const { id, method, params } = message;
    try {
      const answer = session[method] as (params: unknown) => never;
      const result = answer.call(session, params);
      const reply: ToWebview = { type: 'reply', id, ok: true, result };
      return method === 'swap' ? [reply, opened()] : [reply];
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return [{ type: 'reply', id, ok: false, problem: { message: error.message, remedies: [] } }];
    }
  }
}

function page(theme: ThemeName): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Heap Diff</title>
<link rel="stylesheet" href="/theme.css?theme=${theme}">
<link rel="stylesheet" href="/webview.css">
<script nonce="harness" src="/host.js"></script>
<script nonce="harness" defer src="/webview.js"></script>
</head>
<body class="${themes[theme].bodyClass}"><div id="app"></div></body>
</html>`;
}

async function bodyOf(request: IncomingMessage): Promise<ToHost> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return JSON.parse(Buffer.concat(parts).toString()) as ToHost;
}

/** Typed arrays survive as base64; `hostPage.js` makes arrays of them again. */
function withArrays(_key: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return value;
  const { buffer, byteOffset, byteLength } = value;
  return {
    $array: value.constructor.name,
    data: Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  };
}
