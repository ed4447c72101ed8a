import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';

const hexEditor = { extension: 'ms-vscode.hexeditor', viewType: 'hexEditor.hexedit' };

/** Opens the file in VS Code's own editor; true when it did. */
export async function openAsText(uri: vscode.Uri): Promise<boolean> {
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
  return true;
}

/** Opens the file's bytes in Microsoft's Hex Editor and is true, or offers to find that extension and is false. */
export async function openAsBinary(uri: vscode.Uri): Promise<boolean> {
  if (vscode.extensions.getExtension(hexEditor.extension) !== undefined) {
    await vscode.commands.executeCommand('vscode.openWith', uri, hexEditor.viewType);
    return true;
  }
  const find = say(l10n.t('Find Hex Editor'));
  const picked = await inform(
    say(l10n.t('Showing the bytes of a file takes the Hex Editor extension, which is not installed.')),
    find,
  );
  if (picked === find) {
    await vscode.commands.executeCommand('workbench.extensions.search', `@id:${hexEditor.extension}`);
  }
  return false;
}
