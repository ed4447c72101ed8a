import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { shown } from '../../../core/shown.ts';
import { longestUri } from '../../../protocol.ts';
import { linkedFile } from '../../files/linkedFile.ts';
import { LinkError, readLink } from '../../files/linkText.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import { confirm } from '../../say/ask.ts';
import type { Log } from '../../say/log.ts';
import { complain } from '../../say/notify.ts';
import { reasonOf, say, sayBeside } from '../../say/say.ts';

/** Follows links to comparisons. Anybody may have written one: what is wrong with it is said, and nothing is opened. */
export function openLinks(panels: DiffPanels, log: Log): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri(link) {
      try {
        await openLink(panels, link);
      } catch (error) {
        log.error(error);
        void complain(
          error instanceof LinkError ? error.sentence : say(l10n.t('Heap Diff: {0}'), reasonOf(error)),
        );
      }
    },
  });
}

/** Shows the comparison that a link names. Throws `LinkError`. */
async function openLink(panels: DiffPanels, link: vscode.Uri): Promise<void> {
  const { base, current, look } = readLink(link);
  const files = [linkedFile(base), linkedFile(current)] as const;
  if (files[0].toString() === files[1].toString()) {
    throw new LinkError(say(l10n.t('The link names one file twice; there is nothing to compare.')));
  }
  if (!(await mayOpen(files))) return;
  for (const file of files) {
    if (!(await isFile(file))) {
      throw new LinkError(
        say(l10n.t('{0} is not there, or no file: the link leads nowhere on this machine.'), file.path),
      );
    }
  }
  panels.compare({ base: files[0], current: files[1] }, 'asGiven', { type: 'look', look });
}

/** Asks before a file outside of the workspace is read: a page on the web may know where things usually stand. */
async function mayOpen(files: readonly vscode.Uri[]): Promise<boolean> {
  const outside = files.filter(file => vscode.workspace.getWorkspaceFolder(file) === undefined);
  if (outside.length === 0) return true;
  return confirm(
    say(
      l10n.t(
        'A link asks Heap Diff to read what is outside of this workspace. Open it only if you know who made it.',
      ),
    ),
    // All of each: what is cut off might be what matters.
    sayBeside(
      outside.map(file => shown(file.fsPath, longestUri)),
      '\n',
    ),
    say(l10n.t('Open')),
  );
}

/** Reading a pipe or a device would never end. */
async function isFile(file: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(file);
    return (type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
