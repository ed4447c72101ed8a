import * as vscode from 'vscode';
import { contextKeys } from '../../manifest.ts';

/** The file that the next "Compare with Heap Diff Base" starts from. */
export class BaseSelection {
  #base: vscode.Uri | undefined;

  get base(): vscode.Uri | undefined {
    return this.#base;
  }

  async select(base: vscode.Uri): Promise<void> {
    this.#base = base;
    await vscode.commands.executeCommand('setContext', contextKeys.hasBase, true);
  }
}
