import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diffInfo } from './core/answers/diffInfo.ts';
import { exactTable } from './core/answers/exactTable.ts';
import { headlineOf } from './core/answers/headline.ts';
import { Looks, type ViewOptions } from './core/answers/looks.ts';
import { suspects } from './core/answers/sites.ts';
import { assertNever } from './core/assertNever.ts';
import { baseName } from './core/displayName.ts';
import { ProfileError, type ProfileRole } from './core/error.ts';
import { errorSentence } from './core/errorSentence.ts';
import { type Limits, limitNames, validLimits } from './core/formats/limits.ts';
import { checkSizesTogether, checkTogether } from './core/formats/pairLimits.ts';
import { readProfile } from './core/formats/readProfile.ts';
import { type Granularity, granularities } from './core/names/granularity.ts';
import type { Profile } from './core/profile.ts';
import { reportCsv } from './core/report/reportCsv.ts';
import { reportFolded } from './core/report/reportFolded.ts';
import { type Report, reportJson } from './core/report/reportJson.ts';
import { reportMarkdown } from './core/report/reportMarkdown.ts';
import { type Filter, noFilter } from './core/stacks/filterFields.ts';
import { decompressed } from './engine/decompress.ts';
import { inRole, withRole } from './engine/openFiles.ts';

const usage = `usage: npm run report -- BASE CURRENT [--sample-type TYPE] [--granularity functions|lines|files|packages]
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

/** A profile, and how many bytes it was when decompressed. */
interface ReadFile {
  readonly profile: Profile;
  readonly size: number;
}

/** A command line that says nothing sensible. */
class UsageError extends Error {}

/** A file that the system does not hand out. */
class UnreadableError extends Error {}

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

/** Each `name=number`. */
function parsedLimits(texts: readonly string[]): Limits {
  const given = new Map(
    texts.map(text => {
      const [name = '', number = ''] = text.split('=', 2);
      const limit = oneOf('--limit', limitNames, name);
      if (!/^\d+$/.test(number))
        throw new UsageError(`--limit ${limit} takes a whole number, not "${number}"`);
      return [limit, Number(number)];
    }),
  );
  return validLimits(name => given.get(name));
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const found = allowed.find(choice => choice === value);
  if (found === undefined) throw new UsageError(`${option} is one of ${allowed.join(', ')}, not "${value}"`);
  return found;
}

/** What the system says, without its code and the call it was said to: "no such file or directory". */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z]+: /, '').replace(/, \w+( '.*')?$/s, '');
}

/** `before` is how many bytes the files read before held. */
async function read(role: ProfileRole, path: string, limits: Limits, before = 0): Promise<ReadFile> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UnreadableError(`${path} cannot be read: ${reason(error)}. Choose a file that can.`);
  }
  try {
    const content = await decompressed(bytes, limits);
    checkSizesTogether([before, content.length], limits);
    return { profile: readProfile(content, limits), size: content.length };
  } catch (error) {
    throw withRole(error, role);
  }
}

async function report(request: Request): Promise<string> {
  const { files, sampleType, granularity, format, normalize, filter, limits } = request;
  const { profile: base, size } = await read('base', files[0], limits);
  const { profile: current } = await read('current', files[1], limits, size);
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

function fail(message: string): void {
  process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
  process.exitCode = 1;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${usage}\n`);
} else {
  let names = { base: 'base', current: 'current' };
  try {
    const request = parseRequest(args);
    names = { base: request.files[0], current: request.files[1] };
    process.stdout.write(await report(request));
  } catch (error) {
    if (error instanceof ProfileError)
      fail(errorSentence(error, names, limit => `the limit with --limit ${limit}=NUMBER`));
    else if (error instanceof UsageError) fail(`${error.message} (--help tells more)`);
    else if (error instanceof UnreadableError) fail(error.message);
    else throw error;
  }
}
