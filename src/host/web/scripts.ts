import * as vscode from 'vscode';
import type { Parts, ThreadScript } from '../../engine/web/thread.ts';

/** A thread of the engine: of a pair, of a series, of the one that reads code. */
export type ThreadKind = 'pair' | 'series' | 'code';

const scripts: Readonly<Record<ThreadKind, readonly string[]>> = {
  pair: ['worker.js'],
  series: ['series', 'seriesWorker.js'],
  code: ['code', 'codeWorker.js'],
};

/** A thread's script in the extension, which VS Code alone can read. */
export function threadScript(extensionUri: vscode.Uri, kind: ThreadKind): ThreadScript {
  const uri = vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'engine', ...scripts[kind]);
  return async () => vscode.workspace.fs.readFile(uri);
}

/** Grammars and queries. */
export function syntaxParts(extensionUri: vscode.Uri): Parts {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'syntax');
  return async name => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
}
