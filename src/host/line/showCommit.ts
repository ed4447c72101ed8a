import * as v from 'valibot';
import * as vscode from 'vscode';

const hashShape = v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/));
const fileShape = v.pipe(v.string(), v.maxLength(1 << 15));

/** Shows a commit as VS Code's own Git extension does. Throws `ValiError` for arguments that are not its. */
export async function showCommit(file: unknown, hash: unknown): Promise<void> {
  const commit = v.parse(hashShape, hash);
  const uri = vscode.Uri.parse(v.parse(fileShape, file), true);
  await vscode.commands.executeCommand('git.viewCommit', uri, commit, uri);
}
