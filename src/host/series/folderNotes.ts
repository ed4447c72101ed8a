import * as vscode from 'vscode';
import {
  type CaptureNote,
  leaksBeside,
  longestSeriesFile,
  parseSeriesFile,
  seriesFileName,
} from '../../core/series/captureNotes.ts';
import type { FolderNote } from './seriesNews.ts';
import { foldersOf } from './seriesSources.ts';

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
