import * as vscode from 'vscode';
import {
  type CaptureNote,
  leaksBeside,
  longestSeriesFile,
  parseSeriesFile,
  seriesFileName,
} from '../../core/series/captureNotes.ts';
import type { GoroutineCounts } from '../../core/series/goroutines.ts';

/** What a folder says of a capture in it; `metrics` is the address of a file. */
export interface FolderNote
  extends Pick<CaptureNote, keyof GoroutineCounts | 'name' | 'settled' | 'metrics'> {
  /** The address of the profile of leaked goroutines beside it; null for none. */
  readonly leaks: string | null;
}

/** What their folders say of captures, by the capture's address. */
export async function folderNotes(captures: readonly vscode.Uri[]): Promise<ReadonlyMap<string, FolderNote>> {
  const notes = new Map<string, FolderNote>();
  for (const folder of foldersOf(captures)) {
    const addressOf = (name: string): string => vscode.Uri.joinPath(folder, name).toString();
    for (const [name, { metrics, ...note }] of await notesIn(folder)) {
      const leaks = note.leakedGoroutines === null ? null : leaksBeside(name);
      notes.set(addressOf(name), {
        ...note,
        metrics: metrics === null ? null : addressOf(metrics),
        leaks: leaks === null ? null : addressOf(leaks),
      });
    }
  }
  return notes;
}

/** The profile of leaked goroutines that was captured beside a capture; undefined where there is none. */
export function leaksOf(notes: ReadonlyMap<string, FolderNote>, file: string): vscode.Uri | undefined {
  const leaks = notes.get(file)?.leaks ?? null;
  return leaks === null ? undefined : vscode.Uri.parse(leaks);
}

/** The folders that the captures are in. */
function foldersOf(captures: readonly vscode.Uri[]): readonly vscode.Uri[] {
  const folders = captures.map(uri => vscode.Uri.joinPath(uri, '..'));
  return [...new Map(folders.map(uri => [uri.toString(), uri])).values()];
}

async function notesIn(folder: vscode.Uri): Promise<ReadonlyMap<string, CaptureNote>> {
  const uri = vscode.Uri.joinPath(folder, seriesFileName);
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > longestSeriesFile) return new Map();
    return parseSeriesFile(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    // Most folders have none.
    return new Map();
  }
}
