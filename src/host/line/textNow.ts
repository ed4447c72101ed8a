import * as vscode from 'vscode';
import type { Text } from '../../engine/code/codeMessages.ts';

/** A file as it is: what is typed where it is open, else its bytes. Rejects when it cannot be read. */
export async function textNow(uri: vscode.Uri): Promise<Text> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === key);
  return open?.getText() ?? (await vscode.workspace.fs.readFile(uri));
}
