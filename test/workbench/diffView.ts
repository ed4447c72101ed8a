import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { patience, type Window } from './window.ts';

/** The panel of a window, with what a person sees and does in it. */
export class DiffView {
  readonly frame: Frame;

  private constructor(frame: Frame) {
    this.frame = frame;
  }

  /** Waits until the flame graph has been painted. */
  static async painted(window: Window): Promise<DiffView> {
    return new DiffView(await window.webview('body[data-painted="true"]'));
  }

  /** Waits until the panel shows this. */
  static async showing(window: Window, selector: string): Promise<DiffView> {
    return new DiffView(await window.webview(selector));
  }

  /** Waits until the panel says that it is still busy with this. */
  static async busyWith(window: Window, text: string): Promise<DiffView> {
    const view = new DiffView(await window.webview('main.progress'));
    await view.shows('main.progress [role="status"]', text);
    return view;
  }

  /** Waits until the panel says that it cannot show anything. */
  static async failed(window: Window): Promise<DiffView> {
    return new DiffView(await window.webview('main.problem'));
  }

  /** Waits until an element says this, and gives all that it says. White space counts as one space. */
  async shows(selector: string, text: string | RegExp): Promise<string> {
    const elements = this.frame.locator(selector);
    const end = Date.now() + patience;
    let said: string[] = [];
    while (Date.now() < end) {
      said = (await elements.allInnerTexts()).map(each => each.replaceAll(/\s+/g, ' ').trim());
      const found = said.find(each => (typeof text === 'string' ? each.includes(text) : text.test(each)));
      if (found !== undefined) return found;
      await this.frame.waitForTimeout(50);
    }
    assert.fail(`${selector} does not say ${text} but ${JSON.stringify(said)}`);
  }

  /** What the panel says instead of a diff. */
  async problem(): Promise<string> {
    return (await this.frame.locator('main.problem [role="alert"]').textContent())?.trim() ?? '';
  }

  /** When the first flame graph was painted, in milliseconds since 1970. */
  async paintedAt(): Promise<number> {
    return this.frame.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByName('painted')[0]?.startTime ?? Number.NaN),
    );
  }

  button(name: string): Locator {
    return this.frame.locator('vscode-button', { hasText: name });
  }

  /** A button whose picture is explained by this. */
  icon(name: string): Locator {
    return this.frame.locator(`vscode-button[aria-label="${name}"]`);
  }

  /** Chooses an entry of a menu. */
  async chooseFrom(menu: string, entry: string): Promise<void> {
    await this.frame.getByRole('button', { name: menu, exact: true }).click();
    await this.frame.getByRole('menuitem', { name: entry }).click();
  }

  /** Chooses an entry of a drop-down. */
  async choose(label: string, entry: string): Promise<void> {
    const dropdown = this.frame.locator(`vscode-dropdown[aria-label="${label}"]`);
    await dropdown.click();
    await dropdown.locator('vscode-option', { hasText: entry }).click();
  }

  /** Texts of the tool bar's closed drop-downs, in their order. */
  async choices(): Promise<string[]> {
    const texts = await this.frame
      .locator('.controls vscode-dropdown [slot="selected-value"]')
      .allInnerTexts();
    return texts.map(text => text.trim());
  }

  /** The flame graph's tree, which takes the keys. */
  get tree(): Locator {
    return this.frame.getByRole('tree', { name: 'Flame graph' });
  }

  /** The item of a frame by its full name. */
  item(name: string): Locator {
    return this.frame.locator('[role="treeitem"]', { hasText: `${name},` }).first();
  }

  /** Waits until the tree says this of the frame that is selected, and gives all of it. */
  untilSelected(what: RegExp): Promise<string> {
    return this.shows('[role="treeitem"][aria-selected="true"]', what);
  }

  /** Clicks a frame's box. The frame has to be one that covers the first quarter of the picture. */
  async clickBox(
    name: string,
    options: { modifiers?: ['ControlOrMeta']; clickCount?: number } = {},
  ): Promise<void> {
    const level = Number(await this.item(name).getAttribute('aria-level'));
    const pane = this.frame.locator('.flame-pane');
    const { row, width, top } = await pane.evaluate(element => ({
      // The height of a row follows from the font, as in the panel.
      row: Math.round(Number.parseFloat(getComputedStyle(element).fontSize) + 9),
      width: element.clientWidth,
      top: element.scrollTop,
    }));
    await pane.click({ ...options, position: { x: width / 4, y: (level - 0.5) * row - top } });
  }
}
