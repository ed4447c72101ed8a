import { parseArgs } from 'node:util';
import { seriesJson } from '../core/report/seriesJson.ts';
import { seriesMarkdown } from '../core/report/seriesMarkdown.ts';
import { seriesAnswer } from '../core/series/seriesAnswer.ts';
import { UsageError } from './failure.ts';
import { oneOf, parsed, parsedLimits } from './options.ts';
import { readSeries } from './seriesFiles.ts';

export const seriesUsage = `npm run report -- series FILES… [--format markdown|json] [--settled FILE]… [--sample-type TYPE]
  [--limit NAME=NUMBER]…`;

export const seriesFormats = ['markdown', 'json'] as const;

/** Heap over time, as JSON or Markdown. Throws `UsageError` and `UnreadableError`. */
export async function seriesReport(args: readonly string[]): Promise<string> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        settled: { type: 'string', multiple: true },
        'sample-type': { type: 'string' },
        limit: { type: 'string', multiple: true },
      },
    }),
  );
  if (positionals.length === 0) throw new UsageError('a series needs files, or a folder of them; got none');
  const format = oneOf('--format', seriesFormats, values.format ?? 'markdown');
  const { captures, leftOut } = await readSeries(
    positionals,
    values['sample-type'],
    parsedLimits(values.limit ?? []),
  );
  const settled = settledFiles(
    values.settled ?? [],
    captures.map(({ file }) => file),
  );
  const answer = seriesAnswer(captures, { settled, leftOut });
  return format === 'json' ? `${seriesJson(answer)}\n` : seriesMarkdown(answer);
}

/** Each has to be one of the series, by its path or, where a folder was given, by its name. */
export function settledFiles(given: readonly string[], files: readonly string[]): ReadonlySet<string> {
  return new Set(
    given.map(name => {
      const file = files.find(each => each === name) ?? files.find(each => each.endsWith(`/${name}`));
      if (file === undefined) throw new UsageError(`--settled ${name} is none of the captures`);
      return file;
    }),
  );
}
