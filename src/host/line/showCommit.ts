import * as vscode from 'vscode';
import { ShapeError, text } from '../check.ts';

/** Shows a commit as VS Code's own Git extension does. */
export async function showCommit(file: unknown, hash: unknown): Promise<void> {
  const commit = text(hash, 'hash', 40);
  if (!/^[0-9a-f]{7,40}$/.test(commit)) throw new ShapeError('hash', 'the hash of a commit');
  const uri = vscode.Uri.parse(text(file, 'file', 1 << 15), true);
  await vscode.commands.executeCommand('git.viewCommit', uri, commit, uri);
}
