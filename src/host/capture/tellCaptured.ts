import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import type { DiffPanels } from '../panel/diffPanels.ts';
import { inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import type { BegunCapture } from './capturePlan.ts';
import { readSeriesFile } from './seriesFile.ts';
import { workspaceFolder } from './workspaceFolder.ts';

/** Tells of one capture, and offers what can be done with it. */
export async function offerCaptured(panels: DiffPanels, begun: BegunCapture, file: string): Promise<void> {
  const before = await captureBefore(begun, file);
  const compare = say(l10n.t('Compare with the Last One'));
  const open = say(l10n.t('Open'));
  const chosen = await inform(
    say(l10n.t('Captured {0}.'), file),
    ...(before === undefined ? [open] : [compare, open]),
  );
  if (chosen === compare && before !== undefined) compareCaptured(panels, begun, [before, file]);
  if (chosen === open) await vscode.commands.executeCommand(commands.open, uriOf(begun, file));
}

/** Three captures are a series. */
const fewestOfSeries = 3;

/** Tells how many captures there are now that they have been stopped, and offers what can be seen in them. */
export async function tellStopped(panels: DiffPanels, begun: BegunCapture): Promise<void> {
  const { files, plan } = begun;
  const [first, last] = [files[0], files.at(-1)];
  if (plan.times !== null || first === undefined || last === undefined || first === last) return;
  const series = say(l10n.t('Show Heap Over Time'));
  const compare = say(l10n.t('Compare the First with the Last'));
  const choices = files.length < fewestOfSeries ? [compare] : [series, compare];
  const chosen = await inform(
    say(l10n.t('Stopped capturing: {0} heaps were captured.'), files.length),
    ...choices,
  );
  if (chosen === compare) compareCaptured(panels, begun, [first, last]);
  if (chosen !== series) return;
  const uris = files.map(file => uriOf(begun, file));
  await vscode.commands.executeCommand(commands.showOverTime, undefined, uris);
}

/** Opens the diff of two captures; nothing where there are not two. */
export function compareCaptured(panels: DiffPanels, begun: BegunCapture, files: readonly string[]): void {
  const [base, current] = files;
  if (base === undefined || current === undefined) return;
  panels.compare({ base: uriOf(begun, base), current: uriOf(begun, current) }, 'byTime');
}

/** The capture before one, of the same program; undefined where there is none. */
async function captureBefore({ plan }: BegunCapture, file: string): Promise<string | undefined> {
  const notes = [...(await readSeriesFile(workspaceFolder(vscode.Uri.parse(plan.folder)))).values()];
  const from = notes.find(note => note.file === file)?.from;
  return notes.filter(note => note.from === from && note.file !== file).at(-1)?.file;
}

function uriOf({ plan }: BegunCapture, file: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(plan.folder), file);
}
