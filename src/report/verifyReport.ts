import { parseArgs } from 'node:util';
import { verifyJson } from '../core/report/seriesJson.ts';
import { verifyMarkdown } from '../core/report/seriesMarkdown.ts';
import type { SeriesAnswer } from '../core/series/series.ts';
import { seriesAnswer } from '../core/series/seriesAnswer.ts';
import { verifyFix } from '../core/series/verifyFix.ts';
import { UsageError } from './failure.ts';
import { oneOf, parsed, parsedLimits } from './options.ts';
import { readSeries } from './seriesFiles.ts';
import { seriesFormats, settledFiles } from './seriesReport.ts';

export const verifyUsage = `npm run report -- verify --before FILES… --after FILES… [--format markdown|json] [--settled FILE]…
  [--sample-type TYPE] [--limit NAME=NUMBER]…`;

/** A series after a fix against one before it. Throws `UsageError` and `UnreadableError`. */
export async function verifyReport(args: readonly string[]): Promise<string> {
  const { before, after, rest } = arms(args);
  const { values } = parsed(() =>
    parseArgs({
      args: [...rest],
      options: {
        format: { type: 'string' },
        settled: { type: 'string', multiple: true },
        'sample-type': { type: 'string' },
        limit: { type: 'string', multiple: true },
      },
    }),
  );
  const format = oneOf('--format', seriesFormats, values.format ?? 'markdown');
  const limits = parsedLimits(values.limit ?? []);
  const read = [
    await readSeries(before, values['sample-type'], limits),
    await readSeries(after, values['sample-type'], limits),
  ];
  const files = read.flatMap(({ captures }) => captures.map(({ file }) => file));
  const settled = settledFiles(values.settled ?? [], files);
  const [one, other] = read.map(({ captures, leftOut }) => seriesAnswer(captures, { settled, leftOut })) as [
    SeriesAnswer,
    SeriesAnswer,
  ];
  const verdict = verifyFix(one, other);
  return format === 'json' ? `${verifyJson(one, other, verdict)}\n` : verifyMarkdown(one, other, verdict);
}

/** Files behind --before and --after, up to the next option; what is left are options. */
function arms(args: readonly string[]): {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly rest: readonly string[];
} {
  const found = { before: [] as string[], after: [] as string[], rest: [] as string[] };
  let into: keyof typeof found = 'rest';
  for (const arg of args) {
    if (arg === '--before' || arg === '--after') into = arg === '--before' ? 'before' : 'after';
    else if (arg.startsWith('-')) {
      into = 'rest';
      found.rest.push(arg);
    } else found[into].push(arg);
  }
  for (const arm of ['before', 'after'] as const) {
    if (found[arm].length === 0)
      throw new UsageError(`verify needs files behind --${arm}, or a folder of them`);
  }
  return found;
}
