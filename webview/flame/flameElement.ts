import { render } from 'lit-html';
import type { FlameActions } from './flameActions.ts';
import { type FlameInput, FlameView } from './flameView.ts';
import { frameSection } from './frameSection.ts';
import { handleKey } from './keyboard.ts';
import { listenToPointer } from './pointer.ts';
import { Tooltip } from './tooltip.ts';
import { itemId, treeItems } from './treeItems.ts';

/** What tells one flame graph of the page from another. */
export interface FlameLook {
  readonly id: string;
  readonly label: string;
  /** The root is at the bottom. */
  readonly upward: boolean;
}

/** The flame graph with all its ways in: canvas and pointer for the eye, a tree of items and keys for everyone. */
export class FlameElement {
  readonly element: HTMLElement;
  readonly view: FlameView;
  readonly #id: string;
  readonly #tree: HTMLElement;
  readonly #tooltip = new Tooltip();

  constructor(actions: FlameActions, { id, label, upward }: FlameLook) {
    this.#id = id;
    this.view = new FlameView(upward);
    this.element = document.createElement('div');
    this.element.className = 'flame';
    this.#tree = document.createElement('div');
    this.#tree.className = 'flame-tree';
    this.#tree.setAttribute('role', 'tree');
    this.#tree.setAttribute('aria-label', label);
    this.#tree.tabIndex = 0;
    this.element.append(this.view.canvas.pane, this.view.map.element, this.#tree, this.#tooltip.element);
    this.element.dataset['vscodeContext'] = frameSection;
    listenToPointer(this.view, this.#tooltip, actions);
    this.view.canvas.pane.addEventListener('click', () => this.focus());
    this.#tree.addEventListener('keydown', event => {
      if (!handleKey(this.view, actions, event)) return;
      event.preventDefault();
      event.stopPropagation();
      this.#tooltip.hide();
    });
    // Assistive technology may press an item without any pointer.
    this.#tree.addEventListener('click', event => {
      const node = Number((event.target as HTMLElement).dataset['node'] ?? Number.NaN);
      if (!Number.isInteger(node)) return;
      actions.select(node);
      actions.open(node, 'reveal');
    });
  }

  focus(): void {
    this.#tree.focus({ preventScroll: true });
  }

  show(input: FlameInput): void {
    if (!this.view.show(input)) return;
    this.#tree.setAttribute('aria-activedescendant', itemId(this.#id, input.selected));
    render(treeItems(input, this.#id), this.#tree);
  }

  dispose(): void {
    this.view.dispose();
  }
}
