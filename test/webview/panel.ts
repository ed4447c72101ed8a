import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PanelState } from '../../src/panelState.ts';
import type { ToHost, ToWebview } from '../../src/protocol.ts';
import type { Harness } from './harness/server.ts';
import type { ThemeName } from './harness/themes.ts';

declare global {
  interface Window {
    /** What the webview has posted, in order. */
    posted: ToHost[];
    /** Messages that the engine has not answered yet. */
    unanswered: number;
    fromHost(message: ToWebview): void;
  }
}

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/dedupe/${name}.pb.gz`, import.meta.url));

/** The sample service's profiles: a leaking pair and a flat one. */
export const leaking = [fixture('heap-1300'), fixture('heap-1400')] as const;
export const flat = [fixture('fixed-1300'), fixture('fixed-1400')] as const;

export interface PanelOptions {
  readonly theme?: ThemeName;
  /** What to wait for. */
  readonly until?: string;
  /** The screen, and what the system says of it. */
  readonly screen?: Pick<
    BrowserContextOptions,
    'viewport' | 'deviceScaleFactor' | 'forcedColors' | 'colorScheme'
  >;
}

/** What is dragged: texts by their types, and files that have no path but a name. */
export interface Dragged {
  readonly texts?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly shiftKey?: boolean;
}

/** The panel in a browser, and what a test wants to know of it. */
export class Panel {
  readonly page: Page;
  /** Errors and refusals that the page reported. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', error => this.complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Opens the panel on what the harness serves, and waits for the flame graph unless told not to. */
  static async open(
    browser: Browser,
    harness: Harness,
    { theme = 'dark', until = '[role=treeitem]', screen = {} }: PanelOptions = {},
  ): Promise<Panel> {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 850 },
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
      ...screen,
    });
    const page = await context.newPage();
    const panel = new Panel(page);
    await page.goto(harness.url(theme));
    await page.waitForSelector(until, { state: 'attached' });
    await panel.settled();
    return panel;
  }

  async close(): Promise<void> {
    await this.page.context().close();
    assert.deepEqual(this.complaints, []);
  }

  /** Waits until nothing is on its way and the last picture is painted. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(
      () => window.unanswered === 0 && document.querySelector('.busy') === null,
    );
    await this.page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** The openSource messages since the last call. */
  async opened(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const places = window.posted.filter(message => message.type === 'openSource');
      window.posted = window.posted.filter(message => message.type !== 'openSource');
      return places.map(
        ({ how, place }) => `${how} ${place.file.replace(/.*\//, '')}:${place.line} ${place.name}`,
      );
    });
  }

  async saved(): Promise<PanelState> {
    return this.page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') as PanelState);
  }

  /** What people see of an element, tabs and line breaks included. */
  async text(selector: string): Promise<string> {
    const found = this.page.locator(selector);
    await found.waitFor({ state: 'attached' });
    return (await found.allInnerTexts()).join('\n');
  }

  /** The accessible name of the selected frame. */
  async selected(): Promise<string> {
    return (await this.page.locator('[role=treeitem][aria-selected=true]').textContent()) ?? '';
  }

  /** Short names of the frames on screen, for assistive technology. */
  async items(): Promise<readonly string[]> {
    const names = await this.page.locator('[role=treeitem]').allTextContents();
    return names.map(name => name.replace(/,.*/, '').replace(/.*\//, ''));
  }

  /** A point on the flame graph: row from the top, share of the width. */
  async at(row: number, share: number): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.page.locator('.flame-pane').boundingBox();
    assert.ok(box);
    return { x: box.x + box.width * share, y: box.y + row * 21 + 10 };
  }

  /** The colours that are no greys in the middle of a row of the flame graph, as `red,green,blue`. */
  async colours(row: number): Promise<ReadonlySet<string>> {
    const found = await this.page.locator('canvas.flame-canvas').evaluate(
      (canvas: HTMLCanvasElement, y) => {
        const pixels = canvas.getContext('2d')?.getImageData(40, y, canvas.width / 2, 1).data ?? [];
        const colours = new Set<string>();
        for (let i = 0; i < pixels.length; i += 4) {
          const [red = 0, green = 0, blue = 0] = pixels.slice(i, i + 3);
          if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8)
            colours.add(`${red},${green},${blue}`);
        }
        return [...colours];
      },
      row * 21 + 3,
    );
    return new Set(found);
  }

  async focusFlame(): Promise<void> {
    await this.page.locator('[role=tree]').focus();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settled();
  }

  async choose(label: string, text: string): Promise<void> {
    await this.page.locator(`vscode-dropdown[aria-label="${label}"]`).click();
    await this.page
      .locator(`vscode-dropdown[aria-label="${label}"] vscode-option`, { hasText: text })
      .click();
    await this.settled();
  }

  /** Chooses an entry of a menu. */
  async chooseFrom(menu: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
    await this.settled();
  }

  /** Has something happen in the middle of the panel to what is dragged there; true when the page took it. */
  async drag(
    type: 'dragover' | 'dragleave' | 'drop',
    { texts = {}, files = [], shiftKey = true }: Dragged,
  ): Promise<boolean> {
    const taken = await this.page.evaluate(
      given => {
        const dataTransfer = new DataTransfer();
        for (const [kind, text] of Object.entries(given.texts)) dataTransfer.setData(kind, text);
        for (const name of given.files) dataTransfer.items.add(new File(['x'], name));
        const of = {
          dataTransfer,
          shiftKey: given.shiftKey,
          bubbles: true,
          composed: true,
          cancelable: true,
        };
        const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
        return !at.dispatchEvent(new DragEvent(given.type, of));
      },
      { type, texts, files, shiftKey },
    );
    await this.settled();
    return taken;
  }

  async send(message: ToWebview): Promise<void> {
    await this.page.evaluate(each => window.fromHost(each), message);
    await this.settled();
  }
}
