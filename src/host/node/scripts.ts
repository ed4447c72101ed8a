import * as vscode from 'vscode';
import type { Parts, ThreadScript } from '../../engine/node/thread.ts';

/** A thread of the engine: of a pair, of a series, of the one that reads code. */
export type ThreadKind = 'pair' | 'series' | 'code';

const scripts: Readonly<Record<ThreadKind, readonly string[]>> = {
  pair: ['worker.cjs'],
  series: ['series', 'seriesWorker.cjs'],
  code: ['code', 'codeWorker.cjs'],
};

/** A thread's script in the extension. */
export function threadScript(extensionUri: vscode.Uri, kind: ThreadKind): ThreadScript {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'engine', ...scripts[kind]).fsPath;
}

/** Grammars and queries. */
export function syntaxParts(extensionUri: vscode.Uri): Parts {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'syntax').fsPath;
}
