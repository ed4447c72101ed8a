import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { BaseSelection } from '../../files/baseSelection.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import { complain } from '../../say/notify.ts';
import { say } from '../../say/say.ts';

/** Compares a file with the one selected as base before. */
export function compareWithBase(panels: DiffPanels, selection: BaseSelection, current: vscode.Uri): void {
  const base = selection.base;
  if (base === undefined) {
    void complain(say(l10n.t('No base is selected yet. Use "Select as Heap Diff Base" on one first.')));
    return;
  }
  if (base.toString() === current.toString()) {
    void complain(say(l10n.t('This file is the base itself. Choose another one to compare with it.')));
    return;
  }
  panels.compare({ base, current }, 'byTime');
}
