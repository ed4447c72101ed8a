import * as vscode from 'vscode';
import type { DiffPanels } from '../panel/diffPanels.ts';

/** Turns base and current round in the comparison in front. */
export async function swapFiles(panels: DiffPanels): Promise<void> {
  const panel = panels.active;
  if (panel?.swappable !== true) {
    void vscode.window.showErrorMessage('No two heap profiles are open here to swap.');
    return;
  }
  await panel.swap();
}
