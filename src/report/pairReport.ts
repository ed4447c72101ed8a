import { parseArgs } from 'node:util';
import { assertNever } from '../core/assertNever.ts';
import { reportCsv } from '../core/report/reportCsv.ts';
import { reportFolded } from '../core/report/reportFolded.ts';
import { reportJson } from '../core/report/reportJson.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';
import { UsageError } from './failure.ts';
import { openPair } from './openPair.ts';
import { oneOf, parsed } from './options.ts';
import { pairOptions, pairOptionsUsage, parsePairOptions } from './pairOptions.ts';
import { pprofFile } from './pprofFile.ts';
import { held, type Printed } from './printed.ts';

export const pairUsage = `heap-diff BASE CURRENT [--format markdown|json|csv|folded|pprof] ${pairOptionsUsage}`;

const formats = ['markdown', 'json', 'csv', 'folded', 'pprof'] as const;

/** A pair as one report, without limits. Throws `UsageError` and `UnreadableError`. */
export async function pairReport(args: readonly string[]): Promise<Printed> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...pairOptions, format: { type: 'string' } },
    }),
  );
  const [base, current, ...rest] = positionals;
  if (base === undefined || current === undefined || rest.length > 0) {
    throw new UsageError(`two files are needed, base and current; got ${positionals.length}`);
  }
  const format = oneOf('--format', formats, values.format ?? 'markdown');
  const { report, look } = await openPair([base, current], parsePairOptions(values));
  switch (format) {
    case 'json':
      return held(reportJson(report));
    case 'csv':
      return held(reportCsv(report));
    case 'folded':
      return held(reportFolded(look));
    case 'pprof':
      return held(await pprofFile(look));
    case 'markdown':
      return held(reportMarkdown(report));
    default:
      return assertNever(format);
  }
}
