import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { Disposable } from '../disposable.ts';
import type { OurCommand } from './editorText.ts';
import { inert } from './say.ts';

/** An item of the status bar that runs a command of ours. It is not there until it has something to show. */
export class StatusItem extends Disposable {
  readonly #item: vscode.StatusBarItem;

  /** `name` is what the status bar's own menu calls it. */
  constructor(name: Shown, command: OurCommand) {
    super();
    this.#item = this.register(vscode.window.createStatusBarItem(command, vscode.StatusBarAlignment.Left));
    this.#item.name = inert(name);
    this.#item.command = command;
  }

  /** `icon` is one of VS Code's own. */
  show(icon: 'record' | 'sync~spin', text: Shown, tooltip: Shown): void {
    this.#item.text = `$(${icon}) ${inert(text)}`;
    this.#item.tooltip = inert(tooltip);
    this.#item.accessibilityInformation = { label: `${inert(text)}. ${inert(tooltip)}`, role: 'button' };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }
}
