import {
  type CaptureNote,
  notedIn,
  parseSeriesFile,
  seriesFileName,
} from '../../core/series/captureNotes.ts';
import type { CaptureFolder } from './captureFolder.ts';

/** The notes of a folder; none where its file is not understood, or cannot be read. */
export async function readSeriesFile(folder: CaptureFolder): Promise<ReadonlyMap<string, CaptureNote>> {
  return parseSeriesFile((await textIn(folder).catch(() => null)) ?? '');
}

/**
 * Writes down what is known of a profile, or now known better. False where the file is not understood, which is left as it
 * is: people mend it.
 */
export async function note(
  folder: CaptureFolder,
  file: string,
  known: Partial<Omit<CaptureNote, 'file'>>,
): Promise<boolean> {
  const json = notedIn(await textIn(folder), file, known);
  if (json !== null) await folder.write(seriesFileName, new TextEncoder().encode(json));
  return json !== null;
}

/** Null where there is no such file. */
async function textIn(folder: CaptureFolder): Promise<string | null> {
  const bytes = await folder.read(seriesFileName);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
