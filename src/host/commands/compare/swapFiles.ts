import * as l10n from '@vscode/l10n';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import { complain } from '../../say/notify.ts';
import { say } from '../../say/say.ts';

/** Turns base and current round in the comparison in front. */
export async function swapFiles(panels: DiffPanels): Promise<void> {
  const panel = panels.active;
  if (panel?.swappable !== true) {
    void complain(say(l10n.t('No two heap profiles are open here to swap.')));
    return;
  }
  await panel.swap();
}
