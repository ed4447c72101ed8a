import { parseArgs } from 'node:util';
import { assertNever } from '../core/assertNever.ts';
import { type FixVerdict, verifyFix } from '../core/fix/verifyFix.ts';
import type { Limits } from '../core/formats/limits.ts';
import { judgeSeries } from '../core/gate/measureSeries.ts';
import type { KnownLeak } from '../core/known/knownLeaks.ts';
import { limitJson } from '../core/report/limitJson.ts';
import { limitLines } from '../core/report/limitLines.ts';
import { verifyJson } from '../core/report/seriesJson.ts';
import { verifyMarkdown } from '../core/report/seriesMarkdown.ts';
import type { SeriesAnswer } from '../core/series/series.ts';
import { seriesAnswer } from '../core/series/seriesAnswer.ts';
import { UsageError } from './failure.ts';
import { gateOptions, gateUsage, parseGate } from './gateOptions.ts';
import { readMetricFiles } from './metricFiles.ts';
import { oneOf, parsed, parsedLimits } from './options.ts';
import { type Printed, withLimits } from './printed.ts';
import { type ReadSeries, readSeries } from './seriesFiles.ts';
import { settledFiles } from './seriesReport.ts';
import { seriesSarif } from './seriesSarif.ts';

export const verifyUsage = `heap-diff verify --before FILES… --after FILES… [--format markdown|json|sarif] [--settled FILE]…
  [--before-requests CSV --after-requests CSV] ${gateUsage} [--sample-type TYPE] [--limit NAME=NUMBER]…`;

const formats = ['markdown', 'json', 'sarif'] as const;

/** A series after a fix against one before it: not fixed is passed, and limits are held against what is after it. Throws `UsageError` and `UnreadableError`. */
export async function verifyReport(args: readonly string[]): Promise<Printed> {
  const { before, after, rest } = arms(args);
  const { values } = parsed(() =>
    parseArgs({
      args: [...rest],
      options: {
        ...gateOptions,
        format: { type: 'string' },
        settled: { type: 'string', multiple: true },
        'before-requests': { type: 'string', multiple: true },
        'after-requests': { type: 'string', multiple: true },
        'sample-type': { type: 'string' },
        limit: { type: 'string', multiple: true },
      },
    }),
  );
  const format = oneOf('--format', formats, values.format ?? 'markdown');
  const gate = parseGate(values);
  const limits = parsedLimits(values.limit ?? []);
  const read = [
    await readSeries(before, values['sample-type'], limits),
    await readSeries(after, values['sample-type'], limits),
  ] as const;
  const captures = read.flatMap(each => each.captures);
  const files = captures.map(({ file }) => file);
  const settled = settledFiles(values.settled ?? [], files);
  const one = await answerOf(read[0], settled, values['before-requests'] ?? [], gate.known, limits);
  const other = await answerOf(read[1], settled, values['after-requests'] ?? [], gate.known, limits);
  const verdict = verifyFix(one, other, captures);
  const judged = gate.limits.map(limit => judgeSeries(limit, other));
  const written = async (): Promise<string> => {
    switch (format) {
      case 'markdown':
        return verifyMarkdown(one, other, verdict, limitLines(judged));
      case 'json':
        return `{"limits":${limitJson(judged)},\n${verifyJson(one, other, verdict).slice(1)}\n`;
      case 'sarif':
        return seriesSarif(other, judged);
      default:
        return assertNever(format);
    }
  };
  const { text, notes, passed } = withLimits(await written(), judged, gate.strict);
  return {
    text,
    notes: verdict.kind === 'fixed' ? notes : [verdict.sentence, ...notes],
    passed: passed || goesOn(verdict, gate.strict),
  };
}

/** A series of one arm, with the requests that were counted beside it. */
async function answerOf(
  { captures, leftOut, notices: unused, noted }: ReadSeries,
  settled: ReadonlySet<string>,
  files: readonly string[],
  known: readonly KnownLeak[],
  limits: Limits,
): Promise<SeriesAnswer> {
  const { metrics, notices } = await readMetricFiles(files, 'traffic', limits);
  const answer = seriesAnswer(captures, {
    ...noted,
    settled: new Set([...noted.settled, ...settled]),
    leftOut,
    known,
    requests: metrics,
  });
  return { ...answer, notices: [...answer.notices, ...unused, ...notices(answer)] };
}

/** Whether it grows still, which is what the command asks; where that cannot be said, it does when `strict`. */
function goesOn({ kind }: FixVerdict, strict: boolean): boolean {
  return kind === 'notFixed' || kind === 'slower' || (strict && kind === 'cannotSay');
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
