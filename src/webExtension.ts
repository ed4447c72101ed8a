import type * as vscode from 'vscode';
import { offerNoMachine } from './host/commands/offerNoMachine.ts';
import { start } from './start.ts';

/** Called by VS Code on the first command, profile or restored panel, where there is only a browser. */
export function activate(context: vscode.ExtensionContext): void {
  offerNoMachine();
  start(context);
}
