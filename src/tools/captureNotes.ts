import {
  type CaptureNote,
  longestSeriesFile,
  parseSeriesFile,
  seriesFileName,
} from '../core/series/captureNotes.ts';
import { type ProfileBytes, type Surroundings, ToolError } from './surroundings.ts';

/** What the folders of some profiles say of captures in them, by the path of each. */
export async function notesBeside(
  files: readonly string[],
  { read }: Pick<Surroundings, 'read'>,
): Promise<ReadonlyMap<string, CaptureNote>> {
  const folders = new Set(files.map(file => file.replace(/[^/\\]*$/, '')));
  const notes = await Promise.all(
    [...folders].map(async folder => {
      try {
        return notesIn(await read(`${folder}${seriesFileName}`));
      } catch (error) {
        // Most folders have none.
        if (error instanceof ToolError) return [];
        throw error;
      }
    }),
  );
  return new Map(notes.flat());
}

/** Notes of a folder, by the path of the capture that each is of. */
export function notesIn({
  path,
  bytes,
}: Pick<ProfileBytes, 'path' | 'bytes'>): readonly (readonly [string, CaptureNote])[] {
  const folder = path.slice(0, path.length - seriesFileName.length);
  const notes = parseSeriesFile(new TextDecoder().decode(bytes.subarray(0, longestSeriesFile)));
  return [...notes].map(([file, note]) => [`${folder}${file}`, note] as const);
}
