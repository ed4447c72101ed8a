import { choosePair } from '../../files/chooseProfiles.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';

/** Asks for two profiles and compares them. */
export async function compareProfiles(panels: DiffPanels): Promise<void> {
  const chosen = await choosePair();
  if (chosen !== undefined) panels.compare(chosen, 'byTime');
}
