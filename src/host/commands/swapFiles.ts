import * as vscode from 'vscode';
import type { DiffPanels } from '../diffPanels.ts';

/** Turns base and current round in the comparison in front. */
export async function swapFiles(panels: DiffPanels): Promise<void> {
  if (panels.active === undefined) {
    void vscode.window.showErrorMessage('No heap comparison is open to swap.');
    return;
  }
  await panels.active.swap();
}
