import * as vscode from 'vscode';
import { type Limits, validLimits } from '../../core/formats/limits.ts';
import { settings } from '../../manifest.ts';

/** How much may be read, as the user has set it. Their scope keeps workspaces from having a say. */
export function limitSettings(): Limits {
  const configuration = vscode.workspace.getConfiguration();
  return validLimits(name => configuration.get(settings[name]));
}
