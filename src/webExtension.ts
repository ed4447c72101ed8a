import type * as vscode from 'vscode';
import { start } from './start.ts';

/** Called by VS Code on the first command, profile or restored panel, where there is only a browser. */
export function activate(context: vscode.ExtensionContext): void {
  start(context);
}
