import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { root } from '../setup/run.ts';
import { forgetPort, inspectable } from './inspectable.ts';
import { titleIn } from './titles.ts';
import type { Workbench } from './workbench.ts';
import type { Workspace } from './workspace.ts';

const screenshots = join(root, 'test/workbench/.screenshots');

/** What a slow, shared machine may take for one step. */
export const patience = 60_000;

/** After so long what a person would do again is done again. */
const again = patience / 16;

/** One window of the workbench, with what a person does in it. */
export class Window {
  readonly page: Page;
  /** Addresses of other machines that the window has asked for: there must be none. */
  readonly foreign: string[] = [];

  #selected: readonly string[] = [];

  private constructor(page: Page) {
    this.page = page;
    // Of the whole context: frames, workers and pages opened from here too.
    page.context().on('request', request => {
      if (!isOfThisMachine(request.url())) this.foreign.push(request.url());
    });
    page.on('websocket', socket => {
      if (!isOfThisMachine(socket.url())) this.foreign.push(socket.url());
    });
  }

  /**
   * Opens a workspace's folder and waits until the extension's menu entries are there. The extension host can be
   * inspected at `port`, if that is given.
   */
  static async open(
    browser: Browser,
    workbench: Workbench,
    workspace: Workspace,
    port?: number,
  ): Promise<Window> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      // Nothing is far away: what the server compresses, it only has to compress.
      extraHTTPHeaders: { 'accept-encoding': 'identity' },
    });
    context.setDefaultTimeout(patience);
    const window = new Window(await context.newPage());
    const inspected = port === undefined ? {} : await inspectable(window.page, port);
    const query = new URLSearchParams({ folder: workbench.folder(workspace.folder), ...inspected });
    await window.page.goto(`${workbench.address}/?${query}`);
    // A reload brings another extension host, that is nobody's to inspect.
    if (port !== undefined) await window.page.evaluate(forgetPort);
    await window.untilOffered('heap-1400.pb.gz', titleIn(workbench.language, 'selectBase'));
    return window;
  }

  /** Loads the window again, as "Developer: Reload Window" does. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.file('go.mod').waitFor();
  }

  /** In a browser VS Code saves what a reload brings back every few seconds: waits until that mentions `text`. */
  async untilSaved(text: string): Promise<void> {
    const end = Date.now() + patience;
    // Saved as JSON in JSON.
    while (!(await this.page.evaluate(savedState)).replaceAll('\\', '').includes(text)) {
      if (Date.now() > end) throw new Error(`${text} was not saved for a reload`);
      await this.page.waitForTimeout(200);
    }
  }

  /** Closes all editors, questions and messages; the explorer is there, and nothing is selected in it. */
  async clear(): Promise<void> {
    await this.page.keyboard.press('Escape');
    if (!(await this.file('go.mod').isVisible())) {
      await this.command('View: Show Explorer');
      await this.file('go.mod').waitFor();
    }
    // Keys go to the window, not to what was closed or is about to be.
    await this.select('go.mod');
    await this.command('View: Close All Editors');
    await this.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
    await this.command('Notifications: Clear All Notifications');
    await this.select();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** A file's row in the explorer. */
  file(name: string): Locator {
    return this.page.locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`);
  }

  /**
   * Selects these files and no others, in this order. A Ctrl-click selects without opening. A row that moves under the pointer, as in a
   * window that has just opened, leaves another one selected, or none: whoever sees that begins anew.
   */
  async select(...names: readonly string[]): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.#selects(names, end))) {
      if (Date.now() > end) throw new Error(`the explorer does not select ${names.join(' and ')}`);
    }
    this.#selected = names;
  }

  async #selects(names: readonly string[], end: number): Promise<boolean> {
    const selected = this.page.locator('.explorer-folders-view .monaco-list-row.selected');
    while ((await selected.count()) > 0) {
      if (Date.now() > end) throw new Error('what is selected in the explorer stays so');
      await selected.first().click({ modifiers: ['ControlOrMeta'] });
    }
    for (const name of names) {
      await this.file(name).click({ modifiers: ['ControlOrMeta'] });
      const isSelected = await this.file(name)
        .and(selected)
        .waitFor({ timeout: again })
        .then(
          () => true,
          () => false,
        );
      if (!isSelected) return false;
    }
    return (await selected.count()) === names.length;
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

  /**
   * Chooses an entry of the context menu of a file in the explorer, or of what is given. Menus lack an extension's
   * entries for the first seconds of a window, and go when something else takes the focus.
   */
  async choose(of: string | Locator, title: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.#clickInMenu(of, title))) {
      if (Date.now() > end) throw new Error(`${title} cannot be chosen`);
      // Escape closes a menu, and without one lets go of what is selected.
      if (typeof of === 'string') await this.select(...this.#selected);
    }
  }

  /** Tells whether the entry was there and took the click. */
  async #clickInMenu(of: string | Locator, title: string): Promise<boolean> {
    const menu = await this.#openMenu(of);
    const entry = menu.and(this.page.locator(`[aria-label="${title}"]`));
    let clicked = false;
    // A menu takes no click for its first tenth of a second.
    while (await entry.isVisible()) {
      clicked = await entry.click({ timeout: 1_000 }).then(
        () => true,
        () => false,
      );
      await this.page.waitForTimeout(50);
    }
    if (!clicked) await this.#closeMenu();
    return clicked;
  }

  /** Waits until the menu of a file in the explorer has an entry. */
  async untilOffered(name: string, title: string): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.contextMenu(name)).includes(title)) {
      if (Date.now() > end) throw new Error(`the menu of ${name} does not offer ${title}`);
    }
  }

  /** A menu goes as it comes when a window that has just opened takes the focus elsewhere: it is asked for again. */
  async #openMenu(of: string | Locator): Promise<Locator> {
    const entries = this.page.locator('.monaco-menu .action-label[aria-label]:not(.separator)');
    for (const end = Date.now() + patience; ; ) {
      await (typeof of === 'string' ? this.file(of) : of).click({ button: 'right' });
      const hasCome = await entries
        .first()
        .waitFor({ timeout: again })
        .then(
          () => true,
          () => false,
        );
      if (hasCome) return entries;
      if (Date.now() > end) throw new Error(`no menu opens on ${of}`);
    }
  }

  async #closeMenu(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  /** Runs a command from the palette by its full title. */
  async command(title: string): Promise<void> {
    await this.chooseListed(title, () => this.#openPalette(title));
  }

  /** Runs a command that offers a list, and chooses from it. */
  async commandChoosing(title: string, label: string): Promise<void> {
    await this.chooseListed(label, () => this.command(title));
  }

  /**
   * Chooses from a list that is asked for. It closes when the keys come back late from where they were before it took them,
   * as VS Code lets every list, the palette too: whoever sees that asks for it again.
   */
  async chooseListed(label: string, ask: () => Promise<void>): Promise<void> {
    await this.#untilListed(label, ask, row => row.click({ timeout: 2 * again }));
  }

  /** Waits until a list that is asked for, again where it closes, has a row. */
  async untilListed(label: string, ask: () => Promise<void>): Promise<void> {
    await this.#untilListed(label, ask, row => row.waitFor({ timeout: 2 * again }));
  }

  async #untilListed(
    label: string,
    ask: () => Promise<void>,
    use: (row: Locator) => Promise<void>,
  ): Promise<void> {
    const row = this.quickRow(label);
    const end = Date.now() + patience;
    for (let isThere = false; ; isThere = await row.isVisible()) {
      try {
        if (!isThere) await ask();
        await use(row);
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        const isOther =
          !(await row.isVisible()) && (await this.page.locator('.quick-input-widget').isVisible());
        if (isOther) await this.page.keyboard.press('Escape');
      }
    }
  }

  async #openPalette(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input[type="text"]').fill(`>${title}`, { timeout: again });
  }

  async fillQuickInput(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input[type="text"]').fill(text);
  }

  /**
   * Types a path into VS Code's own dialog for files, which writes over it while it still reads its first folder, until
   * it is taken: the dialog goes, or asks whether to overwrite, which is confirmed.
   */
  async answerDialog(path: string): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget');
    await dialog.waitFor();
    // Until the folder is listed, the dialog writes its own proposal over what is typed.
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    for (let tries = 0; (await dialog.isVisible()) && tries < 20; tries++) {
      if (await dialog.getByText('overwrite').isVisible()) {
        await dialog.getByRole('button', { name: 'OK', exact: true }).click();
      } else if ((await dialog.locator('input[type="text"]').inputValue()) === path) {
        await this.page.keyboard.press('Enter');
      } else await this.fillQuickInput(path);
      await this.page.waitForTimeout(1_000);
    }
  }

  /** A row of the quick pick that is open. */
  quickRow(label: string): Locator {
    return this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).first();
  }

  /** The document inside a webview that shows this, once there is one. */
  async webview(selector: string): Promise<Frame> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      for (const frame of this.page.frames()) {
        if (!isWebviewContent(frame)) continue;
        const shown = frame.locator(selector).first().isVisible();
        // A frame may go while it is asked.
        if (await shown.catch(() => false)) return frame;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`no webview shows ${selector}`);
  }

  /** The number of the line that the cursor is in, in the editor that shows this file; of that line only, if given. */
  cursorLine(file: string, line?: number): Locator {
    const number = this.#editor(file).locator('.active-line-number');
    return line === undefined ? number : number.getByText(String(line), { exact: true });
  }

  async isFocused(file: string): Promise<boolean> {
    return (await this.#editor(file).locator('.monaco-editor.focused').count()) > 0;
  }

  async untilFocused(file: string): Promise<void> {
    await this.#editor(file).locator('.monaco-editor.focused').waitFor();
  }

  #editor(file: string): Locator {
    const tab = this.page.locator(`.tab.active[data-resource-name="${file}"]`);
    return this.page.locator('.editor-group-container').filter({ has: tab });
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
}

/**
 * Whether an address is answered here. A webview's own resources have an address that looks foreign, which its
 * service worker answers from the workbench.
 */
function isOfThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'data:' || protocol === 'blob:') return true;
  return (
    hostname === '127.0.0.1' ||
    hostname === 'localhost' ||
    hostname.endsWith('.vscode-resource.vscode-cdn.net')
  );
}

/** A webview is a frame in a frame; the inner one is named while it loads, and keeps that name here. */
function isWebviewContent(frame: Frame): boolean {
  return frame.name() === 'pending-frame' || frame.name() === 'active-frame';
}

/** All that VS Code has saved in this browser, as JSON. Runs in the page. */
async function savedState(): Promise<string> {
  const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let saved = '';
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !name.startsWith('vscode-web-state-db')) continue;
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      saved += JSON.stringify(await settled(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return saved;
}
