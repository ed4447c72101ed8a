import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { reasonOf, say } from '../say/say.ts';

/** Registers a command: what it throws goes to the log and to the user as one notification. */
export type Register = (id: string, run: (...given: readonly unknown[]) => unknown) => vscode.Disposable;

export function registering(log: Log): Register {
  return (id, run) =>
    vscode.commands.registerCommand(id, async (...given: readonly unknown[]) => {
      try {
        await run(...given);
      } catch (error) {
        log.error(error);
        void complain(say(l10n.t('Heap Diff: {0}'), reasonOf(error)));
      }
    });
}
