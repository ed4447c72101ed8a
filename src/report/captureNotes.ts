import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type CaptureNote,
  longestSeriesFile,
  parseSeriesFile,
  seriesFileName,
} from '../core/series/captureNotes.ts';

/** What `heap-series.json` beside files says of those that it knows, by the path each was given as. */
export function notesBeside(files: readonly string[]): ReadonlyMap<string, CaptureNote> {
  const folders = new Map([...new Set(files.map(dirname))].map(folder => [folder, notesIn(folder)]));
  return new Map(
    files.flatMap(file => {
      const note = folders.get(dirname(file))?.get(basename(file));
      return note === undefined ? [] : [[file, note] as const];
    }),
  );
}

/** Profiles are complete without it: a file that is not there or not ours says nothing. */
function notesIn(folder: string): ReadonlyMap<string, CaptureNote> {
  const path = join(folder, seriesFileName);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size > longestSeriesFile) return new Map();
  try {
    return parseSeriesFile(readFileSync(path, 'utf8'));
  } catch {
    return new Map();
  }
}
