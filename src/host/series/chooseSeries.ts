import * as l10n from '@vscode/l10n';
import { parseLimit } from '../../core/metrics/parseLimit.ts';
import { type Shown, shown } from '../../core/shown.ts';
import type { SeriesState } from '../../seriesProtocol.ts';
import { askForFiles, askText } from '../say/ask.ts';
import { say } from '../say/say.ts';
import { seriesOf } from './seriesOf.ts';

/** Asks for the profiles of a series, or a folder with them; undefined when the user thinks better of it. */
export async function chooseSeries(): Promise<SeriesState | undefined> {
  const chosen = await choose(
    say(l10n.t('Show Heap Over Time: Choose Profiles or a Folder')),
    say(l10n.t('Show')),
  );
  return chosen.length === 0 ? undefined : seriesOf(chosen);
}

/** Asks for those of two series, before a fix and after it. */
export async function chooseFix(): Promise<SeriesState | undefined> {
  const before = await choose(
    say(l10n.t('Before the Fix (1 of 2): Choose Profiles or a Folder')),
    say(l10n.t('Before')),
  );
  if (before.length === 0) return undefined;
  const after = await choose(
    say(l10n.t('After the Fix (2 of 2): Choose Profiles or a Folder')),
    say(l10n.t('After')),
  );
  return after.length === 0 ? undefined : { ...seriesOf(before), after };
}

/** Asks for files with RSS or traffic: CSV, or saved answers of Prometheus. */
export function chooseMetrics(): Promise<readonly string[]> {
  return choose(
    say(l10n.t('Add RSS or Traffic: CSV with a Header, or a Saved Answer of Prometheus')),
    say(l10n.t('Add')),
    false,
  );
}

/** Asks for a container's limit in bytes; null takes it away, undefined when the user thinks better of it. */
export async function chooseLimit(limit: number | null): Promise<number | null | undefined> {
  const typed = await askText({
    title: say(l10n.t('Container Limit')),
    prompt: say(l10n.t('The memory that the process may take. Nothing takes the line away.')),
    placeHolder: shown('512Mi'),
    ...(limit !== null && { value: String(limit) }),
    refuse: text =>
      text.trim() === '' || parseLimit(text) !== null
        ? undefined
        : say(l10n.t('Write a size, such as 512Mi, 2 GiB, or a number of bytes.')),
  });
  return typed === undefined ? undefined : parseLimit(typed);
}

/** Addresses. */
async function choose(title: Shown, button: Shown, folders = true): Promise<readonly string[]> {
  return (await askForFiles(title, button, { several: true, folders })).map(String);
}
