import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Shown, shown } from '../../../core/shown.ts';
import { namesOf, titleOf } from '../../files/compared.ts';
import type { Recent, RecentComparisons } from '../../files/recentComparisons.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import { type Choice, pick } from '../../say/ask.ts';
import { complain, inform } from '../../say/notify.ts';
import { say } from '../../say/say.ts';
import { compareProfiles } from './compareProfiles.ts';

/** Shows one of the last comparisons of this workspace again. */
export async function openRecent(panels: DiffPanels, recent: RecentComparisons): Promise<void> {
  const { all } = recent;
  if (all.length === 0) {
    const choose = say(l10n.t('Compare Heap Profiles…'));
    const picked = await inform(say(l10n.t('Nothing has been compared in this workspace yet.')), choose);
    if (picked === choose) await compareProfiles(panels);
    return;
  }
  const placeHolder = say(l10n.t('The comparisons of this workspace, the latest first'));
  const picked = await pick(say(l10n.t('Open Recent Comparison')), placeHolder, all.map(asChoice));
  if (picked === undefined) return;
  const { compared } = picked.value;
  const gone = await goneOf(picked.value);
  if (gone === null) {
    panels.compare(compared, 'asGiven');
    return;
  }
  const forget = say(l10n.t('Take It off the List'));
  if ((await complain(gone, forget)) === forget) await recent.remove(compared);
}

function asChoice(recent: Recent): Choice<Recent> {
  const { compared, at } = recent;
  const folder = vscode.Uri.joinPath(compared.current, '..');
  return {
    label: titleOf(compared),
    description: shown(vscode.workspace.asRelativePath(folder)),
    detail: shown(new Date(at).toLocaleString()),
    value: recent,
  };
}

/** Says which file is not there any more; null when both are. */
async function goneOf({ compared }: Recent): Promise<Shown | null> {
  const { base, current } = compared;
  const names = namesOf(compared);
  const gone: string[] = [];
  if (base !== null && !(await isThere(base))) gone.push(names.base ?? base.path);
  if (!(await isThere(current))) gone.push(names.current);
  const [one, other] = gone;
  if (one === undefined) return null;
  if (other !== undefined)
    return say(l10n.t('{0} and {1} are no longer there, so they cannot be compared again.'), one, other);
  return say(l10n.t('{0} is no longer there, so it cannot be compared again.'), one);
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
