import { diffInfo } from '../core/answers/diffInfo.ts';
import { exactTable } from '../core/answers/exactTable.ts';
import { headlineOf } from '../core/answers/headline.ts';
import type { Look } from '../core/answers/look.ts';
import { Looks, type ViewOptions } from '../core/answers/looks.ts';
import { suspects } from '../core/answers/sites.ts';
import { mostSuspects } from '../core/answers/sitesBy.ts';
import { baseName } from '../core/displayName.ts';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import { checkTogether } from '../core/formats/pairLimits.ts';
import type { Report } from '../core/report/reportJson.ts';
import { leaksNotices } from '../core/series/goroutines.ts';
import { inRole } from '../engine/openFiles.ts';
import { notesBeside } from './captureNotes.ts';
import { raiseByOption, UnreadableError } from './failure.ts';
import type { PairOptions } from './pairOptions.ts';
import { readFile } from './readFile.ts';
import { sourceLeader } from './sourceLeader.ts';

/** Two files as they were asked to be looked at. */
export interface OpenedPair {
  readonly report: Report;
  /** At the granularity that was asked for, and at functions, which sites are. */
  readonly look: Look;
  readonly byFunction: Look;
}

/** Reads two profiles and looks at them. Throws `UnreadableError`. */
export async function openPair(
  files: readonly [base: string, current: string],
  options: PairOptions,
): Promise<OpenedPair> {
  try {
    return await open(files, options);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    const names = { base: files[0], current: files[1] };
    throw new UnreadableError(errorSentence(error, names, raiseByOption));
  }
}

async function open(
  files: readonly [base: string, current: string],
  { sampleType, granularity, normalize, filter, limits }: PairOptions,
): Promise<OpenedPair> {
  const { profile: first, size } = await readFile('base', files[0], limits);
  const { profile: second } = await readFile('current', files[1], limits, size);
  checkTogether([first, second], limits);
  const source = await sourceLeader();
  const [base = first, current = second] = await source.lead([first, second]);
  const looks = inRole('pair', () => new Looks([base, current]));
  const named = [
    { name: baseName(files[0]), profile: base },
    { name: baseName(files[1]), profile: current },
  ];
  const info = diffInfo(named, looks, false, source.unused);
  const options: ViewOptions = {
    sampleType: sampleType ?? info.defaultSampleType,
    granularity,
    normalize,
    filter,
  };
  const look = looks.at(options);
  const byFunction = looks.at({ ...options, granularity: 'functions' });
  const report: Report = {
    sampleType: look.type,
    options,
    base: { file: files[0], timeNanos: base.timeNanos },
    current: { file: files[1], timeNanos: current.timeNanos },
    table: exactTable(look.comparison, look.merged, look.type, normalize),
    headline: headlineOf(info, byFunction),
    suspects: suspects(byFunction, 'site', mostSuspects),
    notices: [...info.notices, ...leaksNotices(notesBeside(files), ...files)],
  };
  return { report, look, byFunction };
}
