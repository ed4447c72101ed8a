import * as vscode from 'vscode';
import { ProfileError, type ProfileRole } from '../core/error.ts';
import { formatBytes } from '../core/format.ts';
import { limits } from '../core/formats/limits.ts';

/** A profile's bytes in a buffer of their own, ready to be transferred, and what the file was when read. */
export interface ProfileFile {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly stat: vscode.FileStat;
}

/** A file that could not be read at all, and why. */
export class UnreadableFile extends Error {
  readonly uri: vscode.Uri;

  constructor(uri: vscode.Uri, cause: unknown) {
    super(`cannot read ${uri.toString(true)}`, { cause });
    this.name = 'UnreadableFile';
    this.uri = uri;
  }
}

/** Reads a file wherever it lives. Throws `UnreadableFile`, and `ProfileError` for what is past the bound. */
export async function readProfile(uri: vscode.Uri, role: ProfileRole): Promise<ProfileFile> {
  try {
    const stat = await vscode.workspace.fs.stat(uri);
    if ((stat.type & vscode.FileType.Directory) !== 0) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (stat.size > limits.inflatedBytes) {
      const detail = `${formatBytes(stat.size)}, more than the ${formatBytes(limits.inflatedBytes)} that can be read`;
      throw new ProfileError('tooLarge', detail, undefined, role);
    }
    const read = await vscode.workspace.fs.readFile(uri);
    // What readFile returns can be a window into a shared pool, which must not be transferred.
    return { uri, bytes: new Uint8Array(read), stat };
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    throw new UnreadableFile(uri, error);
  }
}
