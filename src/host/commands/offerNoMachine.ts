import * as vscode from 'vscode';
import { contextKeys } from '../../manifest.ts';

/** Keeps commands and tools that take a machine from being offered, where this window has one but the extension not. */
export function offerNoMachine(): void {
  void vscode.commands.executeCommand('setContext', contextKeys.inBrowser, true);
}
