/** What takes the keys in the view of each tab where nothing else was chosen. */
const takingKeys = ['.flame-tree', '.top-table', 'ol.list button'].map(each => `#view ${each}`).join();

/** Keeps the keys in the view in front: what has them may leave the page while its numbers are on their way. */
export class KeptFocus {
  readonly #root: HTMLElement;
  /** What had the focus in the view, while nothing has had it since. */
  #lost: HTMLElement | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Draws the page. */
  around(draw: () => void): void {
    const held = document.activeElement?.closest<HTMLElement>('#view *') ?? null;
    draw();
    this.#lost = document.activeElement === document.body ? (held ?? this.#lost) : null;
    if (this.#lost !== null) this.take();
  }

  /** Gives the focus to the view wherever nothing has it; an editor beside keeps its own. */
  take(): void {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    const heir = this.#lost?.isConnected ? this.#lost : this.#root.querySelector<HTMLElement>(takingKeys);
    heir?.focus({ preventScroll: true });
  }
}
