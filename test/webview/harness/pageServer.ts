import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spokenLanguage } from '../../../src/core/language.ts';
import { panelPage } from '../../../src/host/panel/panelPage.ts';
import { bundled } from '../../fixtures/bundled.ts';
import { pack } from './packed.ts';
import { type ThemeName, themeSheet, themes } from './themes.ts';

/** Serves a panel's page to a browser, and answers what it says. */
export class PageServer {
  readonly #server: Server;
  readonly #files = new Map<string, Uint8Array>();
  readonly #answer: (message: unknown) => Promise<readonly unknown[]>;

  /** `entries` are built: scripts and style sheets, in the order in which the page loads them. */
  private constructor(entries: readonly string[], answer: (message: unknown) => Promise<readonly unknown[]>) {
    this.#answer = answer;
    for (const entry of entries) {
      const name = `/${entry.replaceAll('/', '-').replace(/\.ts$/, '.js')}`;
      this.#files.set(name, bundled(entry));
    }
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

  static async start(
    entries: readonly string[],
    answer: (message: unknown) => Promise<readonly unknown[]>,
  ): Promise<PageServer> {
    const server = new PageServer(entries, answer);
    await new Promise<void>(resolve => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  url(theme: ThemeName): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/?theme=${theme}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #respond(request: IncomingMessage): Promise<readonly [type: string, body: string | Uint8Array]> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const theme = (url.searchParams.get('theme') ?? 'dark') as ThemeName;
    const file = this.#files.get(url.pathname);
    if (file !== undefined) return [typeOf(url.pathname), file];
    switch (url.pathname) {
      case '/':
        return ['text/html; charset=utf-8', page(theme, [...this.#files.keys()])];
      case '/host.js':
        return ['text/javascript', readFileSync(new URL('hostPage.js', import.meta.url))];
      case '/theme.css':
        return ['text/css', themeSheet(theme)];
      case '/message':
        return ['application/octet-stream', pack(await this.#answer(JSON.parse(await bodyOf(request))))];
      default:
        return ['text/plain', ''];
    }
  }
}

function typeOf(path: string): string {
  return path.endsWith('.css') ? 'text/css' : 'text/javascript';
}

/** The panel's own page, with what stands for VS Code in it: its theme, its API, and leave to ask this server. */
function page(theme: ThemeName, files: readonly string[]): string {
  const nonce = 'harness';
  const styles = files.filter(file => file.endsWith('.css'));
  const script = files.find(file => file.endsWith('.js')) ?? '';
  const html = panelPage({
    source: "'self'",
    styles,
    script,
    nonce,
    canCapture: true,
    language: spokenLanguage(),
  });
  const additions = [
    ["default-src 'none'", "default-src 'none'; connect-src 'self'"],
    ['<title', `<link rel="stylesheet" href="/theme.css?theme=${theme}">\n<title`],
    ['<script nonce', `<script nonce="${nonce}" src="/host.js"></script>\n<script nonce`],
    ['<body', `<body class="${themes[theme].bodyClass}"`],
  ] as const;
  return additions.reduce((text, [before, after]) => {
    assert.equal(text.split(before).length, 2, before);
    return text.replace(before, after);
  }, html);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString();
}
