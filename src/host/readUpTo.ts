import * as vscode from 'vscode';
import { readOnDisk } from '#host/readOnDisk.ts';

/** What a file holds, from the disk where it is on one; null where there is none of at most so many bytes that can be read. */
export async function readUpTo(uri: vscode.Uri, mostBytes: number): Promise<Uint8Array | null> {
  const onDisk = await readOnDisk(uri, mostBytes);
  if (onDisk !== undefined) return onDisk;
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > mostBytes) return null;
    return new Uint8Array(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
