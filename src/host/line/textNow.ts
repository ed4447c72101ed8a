import * as vscode from 'vscode';
import { inUtf8, type Text } from '../../engine/code/text.ts';
import { textOf } from '../source/sourceDrift.ts';

/**
 * A file as it is: what is typed where it is open, else its bytes, and those of one that is too long to be put together
 * here. Rejects when it cannot be read.
 */
export async function textNow(uri: vscode.Uri): Promise<Text> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === key);
  const typed = open && (await textOf(open)).pieces;
  return typed ? inUtf8(typed) : [await vscode.workspace.fs.readFile(uri)];
}
