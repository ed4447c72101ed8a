import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { root } from '../setup/run.ts';
import type { Workbench } from './workbench.ts';
import type { Workspace } from './workspace.ts';

const screenshots = join(root, 'test/workbench/.screenshots');

/** What a slow, shared machine may take for one step. */
const patience = 30_000;

/** One window of the workbench, with what a person does in it. */
export class Window {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens a workspace's folder and waits until the extension's menu entries can be there. */
  static async open(browser: Browser, workbench: Workbench, workspace: Workspace): Promise<Window> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(patience);
    const window = new Window(await context.newPage());
    await window.page.goto(`${workbench.address}/?folder=${encodeURIComponent(workspace.folder)}`);
    await window.file('go.mod').waitFor();
    return window;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** A file's row in the explorer. */
  file(name: string): Locator {
    return this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
  }

  /** Selects these files, the first one first. */
  async select(...names: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      await this.file(name).click(index === 0 ? {} : { modifiers: ['ControlOrMeta'] });
    }
  }

  /** Titles in the context menu of a file in the explorer; the menu is closed again. */
  async contextMenu(name: string): Promise<string[]> {
    const menu = await this.#openMenu(name);
    const titles = await menu.evaluateAll(labels =>
      labels.map(label => label.getAttribute('aria-label') ?? ''),
    );
    await this.#closeMenu();
    return titles;
  }

  /** Chooses an entry of the context menu of a file in the explorer. */
  async choose(name: string, title: string): Promise<void> {
    await this.untilOffered(name, title);
    const menu = await this.#openMenu(name);
    await menu.and(this.page.locator(`[aria-label="${title}"]`)).click();
  }

  /** Menus lack an extension's entries for the first seconds of a window. */
  async untilOffered(name: string, title: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.contextMenu(name)).includes(title)) {
      if (Date.now() > end) throw new Error(`the menu of ${name} does not offer ${title}`);
    }
  }

  async #openMenu(name: string): Promise<Locator> {
    await this.file(name).click({ button: 'right' });
    const entries = this.page.locator('.monaco-menu .action-label[aria-label]:not(.separator)');
    await entries.first().waitFor();
    return entries;
  }

  async #closeMenu(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  /** Runs a command from the palette by its full title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.fillQuickInput(`>${title}`);
    await this.quickRow(title).click();
  }

  async fillQuickInput(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input[type="text"]').fill(text);
  }

  /** A row of the quick pick that is open. */
  quickRow(label: string): Locator {
    return this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).first();
  }

  /** The document inside the webview whose title is on the active tab, once there is one that matches. */
  async webview(selector: string): Promise<Frame> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        if (frame.name() !== 'active-frame') continue;
        const visible = await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false);
        if (visible) return frame;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`no webview shows ${selector}`);
  }

  /** Label of the active tab. */
  activeTab(): Locator {
    return this.page.locator('.editor-group-container.active .tab.active');
  }

  /** The number of the line that the cursor is in, in the text editor that shows this file. */
  cursorLine(file: string): Locator {
    return this.page.locator(
      `.editor-instance[aria-label*="${file}"] .active-line-number, .monaco-editor[data-uri$="/${file}"] .active-line-number`,
    );
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
}
