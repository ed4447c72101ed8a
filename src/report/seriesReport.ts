import { parseArgs } from 'node:util';
import { assertNever } from '../core/assertNever.ts';
import { judgeSeries } from '../core/gate/measureSeries.ts';
import { besideHeap } from '../core/metrics/besideHeap.ts';
import { limitJson } from '../core/report/limitJson.ts';
import { limitLines } from '../core/report/limitLines.ts';
import { seriesJson } from '../core/report/seriesJson.ts';
import { seriesMarkdown } from '../core/report/seriesMarkdown.ts';
import { seriesAnswer } from '../core/series/seriesAnswer.ts';
import { UsageError } from './failure.ts';
import { gateOptions, gateUsage, parseGate } from './gateOptions.ts';
import { readMetricFiles } from './metricFiles.ts';
import { oneOf, parsed, parsedLimits } from './options.ts';
import { type Printed, withLimits } from './printed.ts';
import { readSeries } from './seriesFiles.ts';
import { seriesSarif } from './seriesSarif.ts';

export const seriesUsage = `heap-diff series FILES… [--format markdown|json|sarif] [--settled FILE]… [--rss CSV] [--requests CSV]
  ${gateUsage} [--sample-type TYPE] [--limit NAME=NUMBER]…`;

const formats = ['markdown', 'json', 'sarif'] as const;

/** Heap over time with its limits. Throws `UsageError` and `UnreadableError`. */
export async function seriesReport(args: readonly string[]): Promise<Printed> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...gateOptions,
        format: { type: 'string' },
        settled: { type: 'string', multiple: true },
        rss: { type: 'string', multiple: true },
        requests: { type: 'string', multiple: true },
        'sample-type': { type: 'string' },
        limit: { type: 'string', multiple: true },
      },
    }),
  );
  if (positionals.length === 0) throw new UsageError('a series needs files, or a folder of them; got none');
  const format = oneOf('--format', formats, values.format ?? 'markdown');
  const gate = parseGate(values);
  const limits = parsedLimits(values.limit ?? []);
  const { captures, leftOut, notices, noted } = await readSeries(positionals, values['sample-type'], limits);
  const rss = await readMetricFiles(values.rss ?? [], 'memory', limits);
  const requests = await readMetricFiles(values.requests ?? [], 'traffic', limits);
  const named = settledFiles(
    values.settled ?? [],
    captures.map(({ file }) => file),
  );
  const settled = new Set([...noted.settled, ...named]);
  const told = seriesAnswer(captures, {
    ...noted,
    settled,
    leftOut,
    known: gate.known,
    requests: requests.metrics,
  });
  const ofMetrics = [...rss.notices(told), ...requests.notices(told)];
  const answer = { ...told, notices: [...told.notices, ...notices, ...ofMetrics] };
  const beside = rss.metrics.flatMap(metric => besideHeap(answer, metric) ?? []);
  const judged = gate.limits.map(limit => judgeSeries(limit, answer));
  const written = async (): Promise<string> => {
    switch (format) {
      case 'markdown':
        return seriesMarkdown(answer, '#', limitLines(judged), beside);
      case 'json':
        return `{"limits":${limitJson(judged)},\n${seriesJson(answer, beside).slice(1)}\n`;
      case 'sarif':
        return seriesSarif(answer, judged);
      default:
        return assertNever(format);
    }
  };
  return withLimits(await written(), judged, gate.strict);
}

/** Each has to be one of the series, by its path or, where a folder was given and one file alone has it, by its name. Throws `UsageError`. */
export function settledFiles(given: readonly string[], files: readonly string[]): ReadonlySet<string> {
  return new Set(
    given.map(name => {
      if (files.includes(name)) return name;
      const [file, other] = new Set(files.filter(each => each.endsWith(`/${name}`)));
      if (file === undefined) throw new UsageError(`--settled ${name} is none of the captures`);
      if (other !== undefined)
        throw new UsageError(`--settled ${name} may be ${file} or ${other}: give one of these paths`);
      return file;
    }),
  );
}
