import type { Locator } from 'playwright-core';
import { patience, type Window } from './window.ts';

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

  /** Notes at the ends of the lines on screen and over them, by the text of their lines, trimmed. */
  async notes(): Promise<Record<string, string>> {
    return this.#root.evaluateAll(roots => {
      const found: Record<string, string[]> = {};
      const add = (line: Element, texts: readonly string[]): void => {
        const text = (line.textContent ?? '').replaceAll('\u00a0', ' ').trim();
        if (texts.length > 0) found[text] = [...(found[text] ?? []), ...texts];
      };
      const lines = roots.flatMap(root => [...root.querySelectorAll('.view-line')]);
      for (const line of lines) {
        const ends = [...line.querySelectorAll('span')]
          .map(span => getComputedStyle(span, '::after').content)
          .filter(content => /^"[▲▼]/u.test(content))
          .map(content => content.slice(1, -1));
        add(line, ends);
      }
      const top = (element: Element): number => element.getBoundingClientRect().top;
      const downwards = lines.toSorted((a, b) => top(a) - top(b));
      for (const lens of roots.flatMap(root => [
        ...root.querySelectorAll('.codelens-decoration > :is(a, span)'),
      ])) {
        const text = (lens.textContent ?? '').replaceAll('\u00a0', ' ').trim();
        // What stands over a function leads into the flame graph in words.
        const line = downwards.find(each => top(each) > top(lens));
        if (/^[▲▼](?!.*flame graph$)/u.test(text) && line !== undefined) add(line, [text]);
      }
      return Object.fromEntries(Object.entries(found).map(([line, texts]) => [line, texts.join(' | ')]));
    });
  }

  /** Waits until the notes are so. */
  async untilNotes(isSo: (notes: Record<string, string>) => boolean): Promise<Record<string, string>> {
    for (const end = Date.now() + patience; ; ) {
      const notes = await this.notes();
      if (isSo(notes)) return notes;
      if (Date.now() > end) throw new Error(`the notes are ${JSON.stringify(notes)}`);
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
    for (const end = Date.now() + patience; (await bars.count()) !== count; ) {
      if (Date.now() > end) throw new Error(`there are ${await bars.count()} bars, not ${count}`);
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
