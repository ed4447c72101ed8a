import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import type { Limits } from '../core/formats/limits.ts';
import { type ReducedCapture, reduceCapture, SeriesNames } from '../core/series/reduce.ts';
import type { LeftOut } from '../core/series/series.ts';
import { isProfileName } from '../disk/profileNames.ts';
import { raiseByOption, UnreadableError } from './failure.ts';
import { readFile } from './readFile.ts';

/** Captures of a series, and what of it could not be read. */
export interface ReadSeries {
  readonly captures: readonly ReducedCapture[];
  readonly leftOut: readonly LeftOut[];
}

/** Reads the profiles one after the other and keeps of each what a series needs. Throws `UnreadableError` where none is one. */
export async function readSeries(
  paths: readonly string[],
  sampleType: string | undefined,
  limits: Limits,
): Promise<ReadSeries> {
  const names = new SeriesNames();
  const captures: ReducedCapture[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of paths.flatMap(profilesAt)) {
    try {
      const { profile } = await readFile('current', file, limits);
      captures.push(reduceCapture(profile, file, { sampleType, names }));
    } catch (error) {
      leftOut.push({ file, why: sentenceOf(error, file) });
    }
  }
  if (captures.length > 0) return { captures, leftOut };
  throw new UnreadableError(
    leftOut[0]?.why ?? `There is no profile in ${paths.join(', ')}. Choose a folder that has some.`,
  );
}

/** The file, or the profiles that a folder holds itself. */
function profilesAt(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => !entry.isDirectory() && isProfileName(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
}

function sentenceOf(error: unknown, file: string): string {
  if (error instanceof ProfileError)
    return errorSentence(error, { base: null, current: file }, raiseByOption);
  if (error instanceof UnreadableError) return error.message;
  throw error;
}
