import type { Shown } from '../../core/shown.ts';
import type { SeriesState } from '../../seriesProtocol.ts';
import { askForFiles } from '../say/ask.ts';
import { say } from '../say/say.ts';
import { seriesOf } from './seriesOf.ts';

/** Asks for the profiles of a series, or a folder with them; undefined when the user thinks better of it. */
export async function chooseSeries(): Promise<SeriesState | undefined> {
  const chosen = await choose(say`Show Heap Over Time: Choose Profiles or a Folder`, say`Show`);
  return chosen.length === 0 ? undefined : seriesOf(chosen);
}

/** Asks for those of two series, before a fix and after it. */
export async function chooseFix(): Promise<SeriesState | undefined> {
  const before = await choose(say`Before the Fix (1 of 2): Choose Profiles or a Folder`, say`Before`);
  if (before.length === 0) return undefined;
  const after = await choose(say`After the Fix (2 of 2): Choose Profiles or a Folder`, say`After`);
  return after.length === 0 ? undefined : { ...seriesOf(before), after };
}

/** Addresses. */
async function choose(title: Shown, button: Shown): Promise<readonly string[]> {
  return (await askForFiles(title, button, { several: true, folders: true })).map(String);
}
