import type { Tab } from '../src/protocol.ts';

/** What scrolls in the view of a tab. */
const scrolling = ['.flame-pane', '.top-table', 'ol.list', '.peek'].map(each => `#view ${each}`).join();

/** Keeps where each tab is scrolled to while another is in front: elements that leave the page forget that. */
export class KeptScroll {
  readonly #root: HTMLElement;
  readonly #tops = new Map<Tab, readonly number[]>();
  #front: Tab | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Draws the page with this tab in front. */
  around(tab: Tab, draw: () => void): void {
    if (tab === this.#front) {
      draw();
      return;
    }
    if (this.#front !== null)
      this.#tops.set(
        this.#front,
        this.#scrolling().map(each => each.scrollTop),
      );
    draw();
    this.#front = tab;
    const tops = this.#tops.get(tab) ?? [];
    for (const [i, each] of this.#scrolling().entries()) each.scrollTop = tops[i] ?? each.scrollTop;
  }

  #scrolling(): readonly Element[] {
    return [...this.#root.querySelectorAll(scrolling)];
  }
}
