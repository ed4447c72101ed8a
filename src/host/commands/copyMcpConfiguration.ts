import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { shown } from '../../core/shown.ts';
import { type Choice, pick } from '../say/ask.ts';
import { complain, inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { type McpServer, mcpCommand, mcpJson } from '../tools/mcpConfiguration.ts';

const forms = (): readonly Choice<(server: McpServer) => string>[] => [
  {
    label: shown('JSON'),
    description: say(l10n.t('.mcp.json, Cursor, Windsurf, and others with mcpServers')),
    value: mcpJson,
  },
  {
    label: say(l10n.t('Command')),
    description: say(l10n.t('claude mcp add, for Claude Code')),
    value: mcpCommand,
  },
];

/** Copies what other programs need to start the server of the tools for the open folders. */
export async function copyMcpConfiguration(extensionUri: vscode.Uri): Promise<void> {
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  if (folders.length === 0) {
    void complain(
      say(l10n.t('Heap Diff: open the folder that has the profiles: the server reads nothing else.')),
    );
    return;
  }
  const form = await pick(
    say(l10n.t('Copy MCP Configuration')),
    say(l10n.t('Choose what reads it')),
    forms(),
  );
  if (form === undefined) return;
  const server: McpServer = {
    script: vscode.Uri.joinPath(extensionUri, 'dist', 'mcp.cjs').fsPath,
    folders,
  };
  await vscode.env.clipboard.writeText(form.value(server));
  void inform(
    say(l10n.t('Heap Diff: copied. It needs Node 20 or later on the PATH, and reads {0} only.'), folders),
  );
}
