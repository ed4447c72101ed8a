import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { linkedFile } from '../../files/linkedFile.ts';
import { LinkError, readLink } from '../../files/linkText.ts';
import { mayCompare } from '../../files/mayCompare.ts';
import type { DiffPanels } from '../../panel/diffPanels.ts';
import type { Log } from '../../say/log.ts';
import { complain } from '../../say/notify.ts';
import { reasonOf, say } from '../../say/say.ts';

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
  const question = say(
    l10n.t(
      'A link asks Heap Diff to read what is outside of this workspace. Open it only if you know who made it.',
    ),
  );
  if (!(await mayCompare(files, files, question))) return;
  panels.compare({ base: files[0], current: files[1] }, 'asGiven', { type: 'look', look });
}
