import * as l10n from '@vscode/l10n';
import type { DiffPanels } from '../panel/diffPanels.ts';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';

/** Copies a link to the comparison in front, as it is looked at now. */
export function copyLink(panels: DiffPanels): void {
  const panel = panels.active;
  if (panel?.swappable === true) panel.order({ type: 'copyLink' });
  else void complain(say(l10n.t('No comparison of two heap profiles is open here to link to.')));
}
