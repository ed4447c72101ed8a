import * as vscode from 'vscode';
import { settings } from '../../manifest.ts';
import { setting } from '../setting.ts';

/** Turns growth in the editor on or off, where it is set: in the workspace, else for the user. */
export async function toggleAnnotations(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const inWorkspace = configuration.inspect(settings.annotations)?.workspaceValue !== undefined;
  await configuration.update(settings.annotations, !setting(settings.annotations), !inWorkspace);
}
