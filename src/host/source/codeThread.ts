import type * as vscode from 'vscode';
import { syntaxParts, threadScript } from '#host/scripts.ts';
import { CodeClient } from '../../engine/code/codeClient.ts';
import type { Log } from '../say/log.ts';
import { reasonOf, say } from '../say/say.ts';

/** The thread that reads code, one for the window; it starts with the first question. */
export function codeThread(extensionUri: vscode.Uri, log: Log): CodeClient {
  return new CodeClient(threadScript(extensionUri, 'code'), syntaxParts(extensionUri), error =>
    log.warn(say`code was not read: ${reasonOf(error)}`),
  );
}
