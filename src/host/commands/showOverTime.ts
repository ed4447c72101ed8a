import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { complain } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { chooseFix, chooseSeries } from '../series/chooseSeries.ts';
import { seriesOf } from '../series/seriesOf.ts';
import type { SeriesPanels } from '../series/seriesPanels.ts';

/** Shows what was selected in the explorer over time; asks when nothing was. `all` is what VS Code passes beside the clicked one. */
export async function showOverTime(
  panels: SeriesPanels,
  clicked: vscode.Uri | undefined,
  all: readonly vscode.Uri[],
): Promise<void> {
  const given = all.length > 0 ? all : clicked === undefined ? [] : [clicked];
  const chosen = given.length > 0 ? seriesOf(given.map(String)) : await chooseSeries();
  if (chosen !== undefined) panels.show(chosen);
}

/** Holds the folder that was selected second in the explorer against the first. The panel can swap them. */
export function verifySelected(panels: SeriesPanels, all: readonly vscode.Uri[]): void {
  const [before, after] = all;
  if (before === undefined || after === undefined || all.length !== 2) {
    void complain(
      say(l10n.t('Select two folders of heap profiles in the explorer, before the fix and after it.')),
    );
    return;
  }
  panels.show({ ...seriesOf([String(before)]), after: [String(after)] });
}

/** Asks for two series, and holds the one after a fix against the one before. */
export async function verifyFixes(panels: SeriesPanels): Promise<void> {
  const chosen = await chooseFix();
  if (chosen !== undefined) panels.show(chosen);
}
