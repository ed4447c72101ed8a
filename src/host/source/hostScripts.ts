import * as vscode from 'vscode';
import { mostScriptBytes, type ReachedSource, readScripts } from '../../core/source/readScript.ts';
import { fileWithin } from '../../core/source/sourceRoot.ts';
import type { SourceFinder } from './sourceFinder.ts';
import { uriOf, workspaceRoot } from './sourceUri.ts';

/** Scripts and source as the open folders have them: those of packages are nobody's to read. */
export function hostScripts(finder: SourceFinder): ReachedSource {
  return {
    scripts: async file => readScripts(file, await finder.find(file, ''), readInFolders),
    found: async files => {
      const all = await finder.findAll(files.map(file => ({ file, name: '' })));
      return files.filter((_, i) => all[i]?.kind === 'found');
    },
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
