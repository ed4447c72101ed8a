import type { Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** The editor that shows a file, with what stands beside its text. */
export class SourceEditor {
  readonly #window: Window;
  readonly #root: Locator;

  constructor(window: Window, file: string) {
    this.#window = window;
    const tab = window.page.locator(`.tab.active[data-resource-name="${file}"]`);
    this.#root = window.page.locator('.editor-group-container').filter({ has: tab });
  }

  /** Opens a file of the workspace in an editor beside the panel. */
  static async open(window: Window, file: string): Promise<SourceEditor> {
    await window.file(file).dblclick();
    const editor = new SourceEditor(window, file);
    await editor.#root.locator('.view-line').first().waitFor();
    return editor;
  }

  /** A line of text that is on screen. */
  line(text: string): Locator {
    return this.#root.locator('.view-line', { hasText: text }).first();
  }

  /** Notes at the ends of the lines on screen, by the text of their lines, trimmed. */
  async notes(): Promise<Record<string, string>> {
    return this.#root.locator('.view-line').evaluateAll(lines => {
      const found: Record<string, string> = {};
      for (const line of lines) {
        const texts = [...line.querySelectorAll('span')]
          .map(span => getComputedStyle(span, '::after').content)
          .filter(content => /^"[▲▼]/u.test(content))
          .map(content => content.slice(1, -1));
        if (texts.length > 0)
          found[(line.textContent ?? '').replaceAll('\u00a0', ' ').trim()] = texts.join(' | ');
      }
      return found;
    });
  }

  /** Waits until the notes are so. */
  async untilNotes(isSo: (notes: Record<string, string>) => boolean): Promise<Record<string, string>> {
    for (let tries = 0; ; tries++) {
      const notes = await this.notes();
      if (isSo(notes)) return notes;
      if (tries > 150) throw new Error(`the notes are ${JSON.stringify(notes)}`);
      await this.#window.page.waitForTimeout(100);
    }
  }

  /** A line over a function. */
  lens(text: string | RegExp): Locator {
    return this.#root.locator('.codelens-decoration a', { hasText: text }).first();
  }

  /** Waits until so many bars stand in the gutter on screen: it is drawn apart from the lines. */
  async untilBars(count: number): Promise<void> {
    const bars = this.#root.locator('.glyph-margin-widgets .cgmr');
    for (let tries = 0; (await bars.count()) !== count; tries++) {
      if (tries > 150) throw new Error(`there are ${await bars.count()} bars, not ${count}`);
      await this.#window.page.waitForTimeout(100);
    }
  }

  /** The hover of a line, opened with the pointer on its text once the lenses are there, which move it down. */
  async hover(text: string): Promise<Locator> {
    await this.lens(/./).waitFor();
    return this.hoverAtOnce(text);
  }

  /** The same in an editor that has no lenses. The pointer comes again where the text moved away from under it. */
  async hoverAtOnce(text: string): Promise<Locator> {
    const { page } = this.#window;
    const word = this.line(text).locator('span span', { hasText: /\w/ }).first();
    const hover = page.locator('.monaco-hover:visible').first();
    for (let tries = 1; tries <= 5; tries++) {
      await word.hover();
      await hover.waitFor({ timeout: 10_000 }).catch(() => undefined);
      if (await hover.isVisible()) return hover;
      await page.mouse.move(0, 0);
    }
    throw new Error(`no hover opens on ${text}`);
  }
}
