import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isFolder } from '../../isFolder.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import { complain } from '../../say/notify.ts';
import { say } from '../../say/say.ts';

/** Compares the two files selected in the explorer. `all` is what VS Code passes beside the clicked one. */
export async function compareSelected(panels: DiffPanels, all: readonly vscode.Uri[]): Promise<void> {
  const [first, second] = all;
  if (first === undefined || second === undefined || all.length !== 2) {
    void complain(say(l10n.t('Select exactly two heap profiles in the explorer to compare them.')));
    return;
  }
  const areFolders = await Promise.all(all.map(isFolder));
  const folder = all.find((_, i) => areFolders[i]);
  if (folder !== undefined) {
    const name = vscode.workspace.asRelativePath(folder);
    void complain(say(l10n.t('{0} is a folder. Select two heap profiles to compare them.'), name));
    return;
  }
  panels.compare({ base: first, current: second }, 'byTime');
}
