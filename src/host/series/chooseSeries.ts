import type * as vscode from 'vscode';
import { askForFiles } from '../say/ask.ts';
import { say } from '../say/say.ts';

/** Asks for the profiles of a series, or a folder with them; undefined when the user thinks better of it. */
export async function chooseSeries(): Promise<readonly vscode.Uri[] | undefined> {
  const chosen = await askForFiles(say`Show Heap Over Time: Choose Profiles or a Folder`, say`Show`, {
    several: true,
    folders: true,
  });
  return chosen.length === 0 ? undefined : chosen;
}
