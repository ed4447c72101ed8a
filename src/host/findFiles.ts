import * as vscode from 'vscode';

/** Files to find in the open folders. */
export interface Sought {
  /** For VS Code's search. */
  readonly pattern: string;
  readonly passedOver?: string;
  /** The same for somebody who looks at each file's name. */
  readonly isNamed: (name: string) => boolean;
  readonly most: number;
}

/** How long the search is waited for in file systems that may have none: it would keep waiting for one. Milliseconds. */
const patience = 3_000;
/** Folders that are looked into where there is no search. */
const mostFolders = 2_000;
/** Not looked into: what is in them is not the reader's. */
const passedOver = /^(?:\.git|node_modules|vendor)$/;

/** Files of the open folders, whatever file systems they are on, found by VS Code's search where it has one there. */
export async function findFiles(sought: Sought): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const search = Promise.resolve(vscode.workspace.findFiles(sought.pattern, sought.passedOver, sought.most));
  if (folders.every(({ uri }) => isSearched(uri))) return search;
  const found = await Promise.race([search, late(null)]);
  return (
    found ??
    walk(
      folders.map(({ uri }) => uri),
      sought,
    )
  );
}

/** What is on a machine has a search; a file system that an extension brings may have none. */
function isSearched({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

function late<T>(value: T): Promise<T> {
  return new Promise(resolve => setTimeout(() => resolve(value), patience));
}

/** Folder by folder, those that are nearest first. */
async function walk(
  folders: readonly vscode.Uri[],
  { isNamed, most }: Sought,
): Promise<readonly vscode.Uri[]> {
  const waiting = [...folders];
  const found: vscode.Uri[] = [];
  for (let looked = 0; looked < waiting.length && looked < mostFolders && found.length < most; looked++) {
    const folder = waiting[looked] as vscode.Uri;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      if ((type & vscode.FileType.Directory) === 0) {
        if (isNamed(name)) found.push(uri);
      } else if ((type & vscode.FileType.SymbolicLink) === 0 && !passedOver.test(name)) waiting.push(uri);
    }
  }
  return found.slice(0, most);
}

async function entriesOf(folder: vscode.Uri): Promise<readonly (readonly [string, vscode.FileType])[]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
