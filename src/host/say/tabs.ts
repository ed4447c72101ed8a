import * as vscode from 'vscode';
import type { Shown } from '../../core/shown.ts';
import { inert } from './say.ts';

/** Opens a tab with a page of ours in the column in front. */
export function openTab(viewType: string, title: Shown, options: vscode.WebviewOptions): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(viewType, inert(title), vscode.ViewColumn.Active, options);
}

/** Writes on the tab of a page. */
export function retitle(panel: vscode.WebviewPanel, title: Shown): void {
  panel.title = inert(title);
}
