import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { buildSync } from 'esbuild';
import { temporaryFolder } from '../fixtures/temporaryFolder.ts';
import { syntaxParts } from '../setup/syntaxParts.ts';

const source = resolve(import.meta.dirname, '../../src');
const folder = temporaryFolder('mcp');

/** The server, bundled as it ships with its threads and grammars beside it. */
export const serverScript = join(folder, 'mcp.cjs');
buildSync({
  entryPoints: ['mcp', 'engine/worker', 'engine/series/seriesWorker', 'engine/code/codeWorker'].map(each =>
    join(source, `${each}.ts`),
  ),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  alias: { 'web-tree-sitter': resolve(source, '../node_modules/web-tree-sitter/web-tree-sitter.cjs') },
  outbase: source,
  outdir: folder,
  outExtension: { '.js': '.cjs' },
});
for (const [name, file] of syntaxParts()) cpSync(file, join(folder, 'syntax', name));

/** What a tool has answered. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

/** A server for these folders, and its client; the server ends with `close`. */
export interface ToolClient {
  readonly client: Client;
  readonly call: (name: string, given: Readonly<Record<string, unknown>>) => Promise<ToolAnswer>;
  readonly close: () => Promise<void>;
}

export async function toolClient(...folders: readonly string[]): Promise<ToolClient> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [serverScript, ...folders],
      stderr: 'inherit',
    }),
  );
  return {
    client,
    call: async (name, given) => {
      const answer = await client.callTool({ name, arguments: { ...given } });
      const [first] = answer.content as readonly { readonly text?: string }[];
      return {
        text: first?.text ?? '',
        data: (answer.structuredContent ?? {}) as Record<string, unknown>,
        isError: answer.isError === true,
      };
    },
    close: () => client.close(),
  };
}
