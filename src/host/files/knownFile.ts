import * as vscode from 'vscode';
import { knownFileName } from '../../core/known/knownLeaks.ts';

/** A folder's file of known leaks, and what it says; null where there is none. */
export interface KnownFile {
  readonly uri: vscode.Uri;
  readonly text: string | null;
}

/** Those of the open folders. */
export async function knownFiles(): Promise<readonly KnownFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return Promise.all(folders.map(({ uri }) => readKnownFile(vscode.Uri.joinPath(uri, knownFileName))));
}

async function readKnownFile(uri: vscode.Uri): Promise<KnownFile> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    read => read,
    () => null,
  );
  return { uri, text: bytes === null ? null : new TextDecoder().decode(bytes) };
}
