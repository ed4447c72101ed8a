import * as vscode from 'vscode';
import { capturesAmong } from '../../core/profileNames.ts';
import { isFolder } from '../isFolder.ts';

/** More captures in a folder than anybody looks at: the rest of them is left alone. */
const mostCaptures = 5_000;

/** Profiles that were chosen, and those in chosen folders, each once. Throws what VS Code does where there is nothing. */
export async function capturesIn(sources: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const found = await Promise.all(sources.map(filesOf));
  return [...new Map(found.flat().map(uri => [uri.toString(), uri])).values()];
}

/** Those of the sources that are folders. */
export async function foldersAmong(sources: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const folders = await Promise.all(sources.map(isFolder));
  return sources.filter((_, i) => folders[i] === true);
}

async function filesOf(source: vscode.Uri): Promise<readonly vscode.Uri[]> {
  if (!(await isFolder(source))) return [source];
  const entries = await vscode.workspace.fs.readDirectory(source);
  const names = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  return [...capturesAmong(names)]
    .sort()
    .slice(0, mostCaptures)
    .map(name => vscode.Uri.joinPath(source, name));
}
