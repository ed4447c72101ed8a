import type { Uri } from 'vscode';

/** A page has no disk. */
export async function readOnDisk(_uri: Uri, _mostBytes: number): Promise<Uint8Array | null | undefined> {
  return undefined;
}
