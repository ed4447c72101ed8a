import * as vscode from 'vscode';
import { Capturing } from './host/capture/capturing.ts';
import { registerMachineCommands } from './host/commands/registerMachineCommands.ts';
import { registerTools } from './host/tools/registerTools.ts';
import { start } from './start.ts';

/** Called by VS Code on the first command, profile or restored panel, where the extension runs on a machine. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, ({ log, panels, ...services }) => {
    const { extensionUri } = context;
    const capturing = new Capturing(context, panels, log);
    return vscode.Disposable.from(
      capturing,
      registerTools(services, log),
      registerMachineCommands(extensionUri, capturing, log),
    );
  });
}
