import * as vscode from 'vscode';
import { views } from '../../manifest.ts';
import { chooseOne } from '../files/chooseProfiles.ts';

/** Opens one profile alone, whatever its name; asks which when none is given. */
export async function openProfile(given: vscode.Uri | undefined): Promise<void> {
  const uri = given ?? (await chooseOne());
  if (uri !== undefined) await vscode.commands.executeCommand('vscode.openWith', uri, views.profile);
}
