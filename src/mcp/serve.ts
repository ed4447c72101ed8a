import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { openFolders } from '../disk/folders.ts';
import { SourceTree } from '../disk/sourceTree.ts';
import { CodeClient } from '../engine/code/codeClient.ts';
import { declares } from '../engine/code/declares.ts';
import { ThreadPool } from '../engine/threads/threadPool.ts';
import { diskSurroundings } from './diskSurroundings.ts';
import { toolServer } from './toolServer.ts';

/** Where the server's own parts are. */
export interface Parts {
  /** The folder of the bundle that runs, or `src`. */
  readonly folder: string;
  /** The file that runs, whose ending its threads have too. */
  readonly file: string;
  readonly version: string;
}

/** Serves the tools on stdin and stdout until either is closed. Throws `RefusedError` for what is no folder. */
export async function serve(paths: readonly string[], { folder, file, version }: Parts): Promise<void> {
  const folders = await openFolders(paths.length === 0 ? [process.cwd()] : paths);
  const ending = extname(file);
  const syntax = [join(folder, 'syntax'), join(folder, '..', 'dist', 'syntax')].find(existsSync) ?? '';
  const code = new CodeClient(join(folder, `engine/code/codeWorker${ending}`), syntax, () => {});
  const tree = new SourceTree(folders, (path, text, name) => declares(code, path, text, name));
  const around = diskSurroundings(folders, tree, code, {
    pair: new ThreadPool(join(folder, `engine/worker${ending}`)),
    series: new ThreadPool(join(folder, `engine/series/seriesWorker${ending}`)),
  });
  const server = toolServer(around, version);
  const end = (): void => process.exit();
  // Nobody reads any more: what is being computed is for nobody.
  process.stdout.on('error', end);
  process.stdin.on('end', end).on('error', end);
  server.onclose = end;
  server.onerror = error => refuse(error);
  await server.connect(new StdioServerTransport());
}

/** What came was no message of the protocol, which its sender is told as JSON-RPC does. */
function refuse(error: Error): void {
  const isSyntax = error instanceof SyntaxError;
  if (!isSyntax && !/ZodError/.test(error.name)) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  const what = isSyntax ? 'A line was no JSON' : 'A message was none of JSON-RPC';
  const message = `${what}. Send one JSON-RPC 2.0 message a line.`;
  const code = isSyntax ? -32_700 : -32_600;
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } })}\n`);
}
