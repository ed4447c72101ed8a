import * as l10n from '@vscode/l10n';
import type { DiffPanels } from '../panel/diffPanels.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';

/** Copies the comparison in front for an assistant. */
export async function copyForAi(panels: DiffPanels): Promise<void> {
  const panel = panels.active;
  if (panel === undefined) void complain(say(l10n.t('No comparison of heap profiles is open here.')));
  else await panel.exports.copyForAi();
}
