import * as vscode from 'vscode';
import { CodeClient } from '../../engine/code/codeClient.ts';
import type { Log } from '../say/log.ts';
import { reasonOf, say } from '../say/say.ts';

/** The thread that reads code, one for the window; it starts with the first question. */
export function codeThread(extensionUri: vscode.Uri, log: Log): CodeClient {
  const dist = (...parts: readonly string[]): string =>
    vscode.Uri.joinPath(extensionUri, 'dist', ...parts).fsPath;
  return new CodeClient(dist('engine', 'code', 'codeWorker.cjs'), dist('syntax'), error =>
    log.warn(say`code was not read: ${reasonOf(error)}`),
  );
}
