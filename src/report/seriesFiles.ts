import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import type { Limits } from '../core/formats/limits.ts';
import { capturesAmong } from '../core/profileNames.ts';
import { type ReducedCapture, reduceCapture } from '../core/reduce/reduceCapture.ts';
import { SeriesNames } from '../core/reduce/seriesNames.ts';
import { scriptNotices } from '../core/scripts/scriptNotices.ts';
import type { LeftOut } from '../core/series/series.ts';
import type { Beside } from '../core/series/seriesAnswer.ts';
import { notesBeside } from './captureNotes.ts';
import { raiseByOption, UnreadableError } from './failure.ts';
import { readFile } from './readFile.ts';
import { sourceLeader } from './sourceLeader.ts';

/** Captures of a series, and what of it could not be read. */
export interface ReadSeries {
  readonly captures: readonly ReducedCapture[];
  readonly leftOut: readonly LeftOut[];
  /** Why source maps were not used, as sentences. */
  readonly notices: readonly string[];
  /** What `heap-series.json` beside them says of those that it knows. */
  readonly noted: Pick<Required<Beside>, 'settled' | 'names' | 'goroutines'>;
}

/** Reads the profiles one after the other and keeps of each what a series needs. Throws `UnreadableError` where none is one. */
export async function readSeries(
  paths: readonly string[],
  sampleType: string | undefined,
  limits: Limits,
): Promise<ReadSeries> {
  const names = new SeriesNames();
  const source = await sourceLeader();
  const captures: ReducedCapture[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of paths.flatMap(profilesAt)) {
    try {
      const { profile } = await readFile('current', file, limits);
      const [led = profile] = await source.lead([profile]);
      captures.push(reduceCapture(led, file, { sampleType, names }));
    } catch (error) {
      leftOut.push({ file, why: sentenceOf(error, file) });
    }
  }
  if (captures.length > 0) {
    const notices = scriptNotices(source.unused).map(({ text }) => text);
    return { captures, leftOut, notices, noted: notedBeside(captures.map(({ file }) => file)) };
  }
  throw new UnreadableError(
    leftOut[0]?.why ?? `There is no profile in ${paths.join(', ')}. Choose a folder that has some.`,
  );
}

/** The file, or the profiles that a folder holds itself. */
function profilesAt(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const files = readdirSync(path, { withFileTypes: true }).filter(entry => !entry.isDirectory());
  return capturesAmong(files.map(({ name }) => name))
    .map(name => join(path, name))
    .sort();
}

function notedBeside(files: readonly string[]): ReadSeries['noted'] {
  const known = [...notesBeside(files)];
  return {
    settled: new Set(known.filter(([, { settled }]) => settled).map(([file]) => file)),
    names: new Map(known.filter(([, { name }]) => name !== '').map(([file, { name }]) => [file, name])),
    goroutines: new Map(known),
  };
}

function sentenceOf(error: unknown, file: string): string {
  if (error instanceof ProfileError)
    return errorSentence(error, { base: null, current: file }, raiseByOption);
  if (error instanceof UnreadableError) return error.message;
  throw error;
}
