import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Shown, shown } from '../../core/shown.ts';
import { longestUri } from '../../messageFields.ts';
import { confirm } from '../say/ask.ts';
import { say, sayBeside } from '../say/say.ts';
import { LinkError } from './linkText.ts';

/**
 * Whether two files may be read to be compared, of which somebody outside has `named` some: asks the `question` about
 * those outside of the workspace. Throws `LinkError` for what cannot be compared.
 */
export async function mayCompare(
  [one, other]: readonly [vscode.Uri, vscode.Uri],
  named: readonly vscode.Uri[],
  question: Shown,
): Promise<boolean> {
  if (one.toString() === other.toString()) {
    throw new LinkError(say(l10n.t('A file cannot be compared with itself: name another one.')));
  }
  if (!(await mayRead(named, question))) return false;
  for (const file of named) {
    if (!(await isFile(file)))
      throw new LinkError(say(l10n.t('{0} is not there on this machine, or no file.'), file.path));
  }
  return true;
}

/** Asks before a file outside of the workspace is read: a page on the web may know where things usually stand. */
async function mayRead(files: readonly vscode.Uri[], question: Shown): Promise<boolean> {
  const outside = files.filter(file => vscode.workspace.getWorkspaceFolder(file) === undefined);
  if (outside.length === 0) return true;
  return confirm(
    question,
    // All of each: what is cut off might be what matters.
    sayBeside(
      outside.map(file => shown(file.fsPath, longestUri)),
      '\n',
    ),
    say(l10n.t('Open')),
  );
}

/** Reading a pipe or a device would never end. */
async function isFile(file: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(file);
    return (type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
