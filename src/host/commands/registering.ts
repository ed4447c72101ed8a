import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { Cancelled } from '../../core/heed.ts';
import type { Log } from '../say/log.ts';
import { complain } from '../say/notify.ts';
import { reasonOf, say } from '../say/say.ts';

/** Registers a command: what it throws, but `Cancelled`, goes to the log and to the user as one notification. */
export type Register = (id: string, run: (...given: readonly unknown[]) => unknown) => vscode.Disposable;

export function registering(log: Log): Register {
  return (id, run) =>
    vscode.commands.registerCommand(id, async (...given: readonly unknown[]) => {
      try {
        await run(...given);
      } catch (error) {
        if (error instanceof Cancelled) return;
        log.error(error);
        void complain(say(l10n.t('Heap Diff: {0}'), reasonOf(error)));
      }
    });
}
