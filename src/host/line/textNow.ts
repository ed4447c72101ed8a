import * as vscode from 'vscode';
import { inUtf8, type Text } from '../../engine/code/text.ts';
import { readUpTo } from '../readUpTo.ts';
import { textOf } from '../source/sourceDrift.ts';

/**
 * A file as it is: what is typed where it is open, else its bytes, and those of one that is too long to be put together
 * here. Rejects when it cannot be read, or has more bytes than are asked for.
 */
export async function textNow(uri: vscode.Uri, mostBytes: number): Promise<Text> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === key);
  const typed = open && (await textOf(open)).pieces;
  if (typed) return inUtf8(typed);
  const bytes = await readUpTo(uri, mostBytes);
  if (bytes === null) throw new Error(`no file of at most ${mostBytes} bytes`);
  return [bytes];
}
