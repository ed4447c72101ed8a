import * as vscode from 'vscode';
import type { BaseSelection } from '../files/baseSelection.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';

/** Compares a file with the one selected as base before. */
export function compareWithBase(panels: DiffPanels, selection: BaseSelection, current: vscode.Uri): void {
  const base = selection.base;
  if (base === undefined) {
    void vscode.window.showErrorMessage(
      'No base is selected yet. Use "Select as Heap Diff Base" on one first.',
    );
    return;
  }
  if (base.toString() === current.toString()) {
    void vscode.window.showErrorMessage(
      'This file is the base itself. Choose another one to compare with it.',
    );
    return;
  }
  panels.compare({ base, current }, 'byTime');
}
