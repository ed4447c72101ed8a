import * as v from 'valibot';
import {
  type CaptureNote,
  captureNote,
  parseSeriesFile,
  seriesFileName,
} from '../../core/series/captureNotes.ts';
import type { CaptureFolder } from './captureFolder.ts';

/** The notes of a folder. */
export async function readSeriesFile(folder: CaptureFolder): Promise<ReadonlyMap<string, CaptureNote>> {
  const bytes = await folder.read(seriesFileName);
  return bytes === undefined ? new Map() : parseSeriesFile(new TextDecoder().decode(bytes));
}

/** Writes down what is known of a profile, or now known better. */
export async function note(
  folder: CaptureFolder,
  file: string,
  known: Partial<Omit<CaptureNote, 'file'>>,
): Promise<void> {
  const notes = new Map(await readSeriesFile(folder));
  const before = notes.get(file) ?? v.parse(captureNote, { file });
  notes.set(file, { ...before, ...known });
  const captures = [...notes.values()];
  const json = `${JSON.stringify({ version: 1, captures }, null, 2)}\n`;
  await folder.write(seriesFileName, new TextEncoder().encode(json));
}
