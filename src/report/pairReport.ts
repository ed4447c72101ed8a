import { parseArgs } from 'node:util';
import { diffInfo } from '../core/answers/diffInfo.ts';
import { exactTable } from '../core/answers/exactTable.ts';
import { headlineOf } from '../core/answers/headline.ts';
import { Looks, type ViewOptions } from '../core/answers/looks.ts';
import { suspects } from '../core/answers/sites.ts';
import { assertNever } from '../core/assertNever.ts';
import { baseName } from '../core/displayName.ts';
import { ProfileError } from '../core/error.ts';
import { errorSentence } from '../core/errorSentence.ts';
import type { Limits } from '../core/formats/limits.ts';
import { checkTogether } from '../core/formats/pairLimits.ts';
import { type Granularity, granularities } from '../core/names/granularity.ts';
import { reportCsv } from '../core/report/reportCsv.ts';
import { reportFolded } from '../core/report/reportFolded.ts';
import { type Report, reportJson } from '../core/report/reportJson.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';
import { type Filter, noFilter } from '../core/stacks/filterFields.ts';
import { inRole } from '../engine/openFiles.ts';
import { raiseByOption, UnreadableError, UsageError } from './failure.ts';
import { oneOf, parsed, parsedLimits } from './options.ts';
import { readFile } from './readFile.ts';

export const pairUsage = `npm run report -- BASE CURRENT [--sample-type TYPE] [--granularity functions|lines|files|packages]
  [--format markdown|json|csv|folded] [--normalize] [--focus RE] [--ignore RE] [--hide RE] [--show RE] [--show-from RE]
  [--tag-focus TAG] [--tag-ignore TAG] [--limit NAME=NUMBER]…`;

const formats = ['markdown', 'json', 'csv', 'folded'] as const;

/** More suspects than anyone follows up. */
const mostSuspects = 50;

/** What the command line asks for. */
interface Request {
  readonly files: readonly [base: string, current: string];
  readonly sampleType: string | undefined;
  readonly granularity: Granularity;
  readonly format: (typeof formats)[number];
  readonly normalize: boolean;
  readonly filter: Filter;
  readonly limits: Limits;
}

/** What the command line asks for, answered. Throws `UsageError` and `UnreadableError`. */
export async function pairReport(args: readonly string[]): Promise<string> {
  const request = parseRequest(args);
  try {
    return await report(request);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    const names = { base: request.files[0], current: request.files[1] };
    throw new UnreadableError(errorSentence(error, names, raiseByOption));
  }
}

function parseRequest(args: readonly string[]): Request {
  const text = { type: 'string' } as const;
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'sample-type': text,
        granularity: text,
        format: text,
        normalize: { type: 'boolean' },
        focus: text,
        ignore: text,
        hide: text,
        show: text,
        'show-from': text,
        'tag-focus': text,
        'tag-ignore': text,
        limit: { type: 'string', multiple: true },
      },
    }),
  );
  const [base, current, ...rest] = positionals;
  if (base === undefined || current === undefined || rest.length > 0) {
    throw new UsageError(`two files are needed, base and current; got ${positionals.length}`);
  }
  return {
    files: [base, current],
    sampleType: values['sample-type'],
    granularity: oneOf('--granularity', granularities, values.granularity ?? 'functions'),
    format: oneOf('--format', formats, values.format ?? 'markdown'),
    normalize: values.normalize ?? false,
    filter: {
      ...noFilter,
      focus: values.focus ?? '',
      ignore: values.ignore ?? '',
      hide: values.hide ?? '',
      show: values.show ?? '',
      showFrom: values['show-from'] ?? '',
      tagFocus: values['tag-focus'] ?? '',
      tagIgnore: values['tag-ignore'] ?? '',
    },
    limits: parsedLimits(values.limit ?? []),
  };
}

async function report(request: Request): Promise<string> {
  const { files, sampleType, granularity, format, normalize, filter, limits } = request;
  const { profile: base, size } = await readFile('base', files[0], limits);
  const { profile: current } = await readFile('current', files[1], limits, size);
  checkTogether([base, current], limits);
  const looks = inRole('pair', () => new Looks([base, current]));
  const named = [
    { name: baseName(files[0]), profile: base },
    { name: baseName(files[1]), profile: current },
  ];
  const info = diffInfo(named, looks, false);
  const options: ViewOptions = {
    sampleType: sampleType ?? info.defaultSampleType,
    granularity,
    normalize,
    filter,
  };
  const look = looks.at(options);
  const byFunction = looks.at({ ...options, granularity: 'functions' });
  const told: Report = {
    sampleType: look.type,
    base: { file: files[0], timeNanos: base.timeNanos },
    current: { file: files[1], timeNanos: current.timeNanos },
    table: exactTable(look.comparison, look.merged, look.type, normalize),
    headline: headlineOf(info, byFunction, looks.kindOf(look.type)),
    suspects: suspects(byFunction, 'site', mostSuspects),
    notices: info.notices,
  };
  switch (format) {
    case 'json':
      return reportJson(told);
    case 'csv':
      return reportCsv(told);
    case 'folded':
      return reportFolded(look);
    case 'markdown':
      return reportMarkdown(told);
    default:
      return assertNever(format);
  }
}
