import * as vscode from 'vscode';
import type { BaseSelection } from '../files/baseSelection.ts';

/** How long the status bar says what was selected, milliseconds. */
const messageTime = 5_000;

/** Remembers a file as the base of a coming comparison. */
export async function selectBase(selection: BaseSelection, base: vscode.Uri): Promise<void> {
  await selection.select(base);
  const name = vscode.workspace.asRelativePath(base);
  vscode.window.setStatusBarMessage(`Heap Diff base: ${name}`, messageTime);
}
