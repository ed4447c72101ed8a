import * as vscode from 'vscode';
import { settings } from '../../manifest.ts';

/** Turns growth in the editor on or off, where it is set: in the workspace, else for the user. */
export async function toggleAnnotations(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const inWorkspace = configuration.inspect(settings.annotations)?.workspaceValue !== undefined;
  const isOn = configuration.get(settings.annotations) !== false;
  await configuration.update(settings.annotations, !isOn, !inWorkspace);
}
