import * as l10n from '@vscode/l10n';
import type { DiffPanels } from '../panel/diffPanels.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';

/** Saves the comparison in front as a page that opens in any browser. */
export async function saveHtml(panels: DiffPanels): Promise<void> {
  const panel = panels.active;
  if (panel === undefined) void complain(say(l10n.t('No heap profile is open here.')));
  else await panel.exports.saveHtml();
}
