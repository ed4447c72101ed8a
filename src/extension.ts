import * as vscode from 'vscode';
import { registerCommands } from './host/commands/registerCommands.ts';
import { DiffPanels } from './host/diffPanels.ts';
import { SourceOpener } from './host/source/sourceOpener.ts';
import { views } from './manifest.ts';

const severalEditors = { supportsMultipleEditorsPerDocument: true };

/** Called by VS Code on the first command, profile or restored panel. A failure is shown, then rethrown. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Heap Diff', { log: true });
  context.subscriptions.push(log);
  try {
    const source = new SourceOpener(log);
    const panels = new DiffPanels({ extensionUri: context.extensionUri, log, source });
    context.subscriptions.push(
      source,
      panels,
      vscode.window.registerWebviewPanelSerializer(views.diff, panels),
      vscode.window.registerCustomEditorProvider(views.profile, panels, severalEditors),
      vscode.window.registerCustomEditorProvider(views.possibleProfile, panels, severalEditors),
      registerCommands(panels, log),
    );
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      `Heap Diff could not start: ${error instanceof Error ? error.message : String(error)}`,
    );
    throw error;
  }
}
