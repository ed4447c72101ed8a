import * as vscode from 'vscode';
import { mostScriptBytes, type ReachedSource } from '../../core/source/readScript.ts';
import { fileWithin } from '../../core/source/sourceRoot.ts';
import type { SourceFinder } from './sourceFinder.ts';
import { uriOf, workspaceRoot } from './sourceUri.ts';

/** Scripts and source as the open folders have them. */
export function hostScripts(finder: SourceFinder): ReachedSource {
  return {
    locate: files => finder.findAll(files.map(file => ({ file, name: '' }))),
    read: readInFolders,
  };
}

async function readInFolders(path: string): Promise<Uint8Array | null> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => workspaceRoot(uri));
  const file = fileWithin(folders, path);
  if (file === null) return null;
  const uri = uriOf(file);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > mostScriptBytes) return null;
    return new Uint8Array(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
