import * as vscode from 'vscode';
import { ProfileError, type ProfileRole } from '../../core/error.ts';
import { type Limits, MiB, overLimit } from '../../core/formats/limits.ts';

/** A profile's bytes, and what the file was when they were read. */
export interface ProfileFile {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
  readonly stat: vscode.FileStat;
}

/** A file that could not be read at all, and why. */
export class UnreadableFile extends Error {
  readonly uri: vscode.Uri;

  constructor(uri: vscode.Uri, cause: unknown) {
    super(`cannot read ${uri.toString(true)}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'UnreadableFile';
    this.uri = uri;
  }
}

/** Reads a file wherever it lives. Throws `UnreadableFile`, and `ProfileError` for one that is larger than it may be. */
export async function profileBytes(uri: vscode.Uri, role: ProfileRole, limits: Limits): Promise<ProfileFile> {
  try {
    const stat = await vscode.workspace.fs.stat(uri);
    if ((stat.type & vscode.FileType.Directory) !== 0) throw vscode.FileSystemError.FileIsADirectory(uri);
    if (stat.size > limits.inflatedMiB * MiB) {
      const { code, detail, limit } = overLimit('inflatedMiB', limits, 'MiB');
      throw new ProfileError(code, detail, undefined, role, limit);
    }
    return { uri, bytes: await vscode.workspace.fs.readFile(uri), stat };
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    throw new UnreadableFile(uri, error);
  }
}
