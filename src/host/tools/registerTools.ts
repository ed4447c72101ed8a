import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { shown } from '../../core/shown.ts';
import { answerTool } from '../../tools/answerTool.ts';
import { ToolError } from '../../tools/surroundings.ts';
import { type ToolDefinition, toolDefinitions } from '../../tools/toolDefinitions.ts';
import { signalOf } from '../cancellation.ts';
import type { Log } from '../say/log.ts';
import { inert, say } from '../say/say.ts';
import { hostSurroundings, type ToolServices } from './hostSurroundings.ts';

/** Offers the tools to chats. Hosts before language-model tools, and forks without them, go without. */
export function registerTools(services: ToolServices, log: Log): vscode.Disposable {
  const { lm } = vscode as { readonly lm?: typeof vscode.lm };
  if (lm?.registerTool === undefined) return new vscode.Disposable(() => {});
  return vscode.Disposable.from(
    ...toolDefinitions.map(definition => lm.registerTool(definition.name, toolOf(definition, services, log))),
  );
}

function toolOf(
  { name, title }: ToolDefinition,
  services: ToolServices,
  log: Log,
): vscode.LanguageModelTool<unknown> {
  return {
    prepareInvocation: () => ({ invocationMessage: inert(say(l10n.t('Heap Diff: {0}'), title)) }),
    invoke: async ({ input }, token) => {
      try {
        const around = hostSurroundings(services, signalOf(token));
        const { markdown } = await answerTool(name, input, around);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(markdown)]);
      } catch (error) {
        if (error instanceof ToolError) throw new Error(shown(error.message, 2_000));
        log.error(error);
        throw new Error('The profiles could not be read: Heap Diff failed at them, and its log says why.');
      }
    },
  };
}
