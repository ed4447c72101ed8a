/** How programs outside start the server: the script in the extension, and the folders that it may read. */
export interface McpServer {
  readonly script: string;
  readonly folders: readonly string[];
}

/** For `.mcp.json` of a project, Cursor's `mcp.json` and others that have `mcpServers`. */
export function mcpJson({ script, folders }: McpServer): string {
  const server = { command: 'node', args: [script, ...folders] };
  return `${JSON.stringify({ mcpServers: { 'heap-diff': server } }, null, 2)}\n`;
}

/** For a terminal: Claude Code keeps it. */
export function mcpCommand({ script, folders }: McpServer): string {
  return ['claude', 'mcp', 'add', 'heap-diff', '--', 'node', ...[script, ...folders].map(quoted)].join(' ');
}

/** As a shell takes it for one word that means nothing but itself. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
