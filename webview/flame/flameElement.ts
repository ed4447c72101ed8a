import * as l10n from '@vscode/l10n';
import { render } from 'lit-html';
import type { FlameActions } from './flameActions.ts';
import { type FlameInput, FlameView } from './flameView.ts';
import { frameSection } from './frameSection.ts';
import { handleKey } from './keyboard.ts';
import { listenToPointer } from './pointer.ts';
import { Tooltip } from './tooltip.ts';
import { itemId, treeItems } from './treeItems.ts';

/** The flame graph with all its ways in: canvas and pointer for the eye, a tree of items and keys for everyone. */
export class FlameElement {
  readonly element: HTMLElement;
  readonly view = new FlameView();
  readonly #tree: HTMLElement;
  readonly #tooltip = new Tooltip();

  constructor(actions: FlameActions) {
    this.element = document.createElement('div');
    this.element.className = 'flame';
    this.#tree = document.createElement('div');
    this.#tree.className = 'flame-tree';
    this.#tree.setAttribute('role', 'tree');
    this.#tree.setAttribute('aria-label', l10n.t`Flame graph`);
    this.#tree.tabIndex = 0;
    this.element.append(this.view.canvas.pane, this.#tree, this.#tooltip.element);
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
    this.#tree.setAttribute('aria-activedescendant', itemId(input.selected));
    render(treeItems(input), this.#tree);
  }

  dispose(): void {
    this.view.dispose();
  }
}
