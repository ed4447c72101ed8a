import * as vscode from 'vscode';
import { type Choice, pick } from '../say/ask.ts';
import { complain, inform } from '../say/notify.ts';
import { say } from '../say/say.ts';
import { type McpServer, mcpCommand, mcpJson } from '../tools/mcpConfiguration.ts';

const forms: readonly Choice<(server: McpServer) => string>[] = [
  {
    label: say`JSON`,
    description: say`.mcp.json, Cursor, Windsurf, and others with mcpServers`,
    value: mcpJson,
  },
  { label: say`Command`, description: say`claude mcp add, for Claude Code`, value: mcpCommand },
];

/** Copies what other programs need to start the server of the tools for the open folders. */
export async function copyMcpConfiguration(extensionUri: vscode.Uri): Promise<void> {
  const folders = (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => uri.fsPath);
  if (folders.length === 0) {
    void complain(say`Heap Diff: open the folder that has the profiles: the server reads nothing else.`);
    return;
  }
  const form = await pick(say`Copy MCP Configuration`, say`Choose what reads it`, forms);
  if (form === undefined) return;
  const server: McpServer = {
    script: vscode.Uri.joinPath(extensionUri, 'dist', 'mcp.cjs').fsPath,
    folders,
  };
  await vscode.env.clipboard.writeText(form.value(server));
  void inform(say`Heap Diff: copied. It needs Node 20 or later on the PATH, and reads ${folders} only.`);
}
