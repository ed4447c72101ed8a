import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { BaseSelection } from '../../files/baseSelection.ts';
import { mention } from '../../say/notify.ts';
import { say } from '../../say/say.ts';

/** Remembers a file as the base of a coming comparison. */
export async function selectBase(selection: BaseSelection, base: vscode.Uri): Promise<void> {
  await selection.select(base);
  const name = vscode.workspace.asRelativePath(base);
  mention(say(l10n.t('Heap Diff base: {0}'), name));
}
