import { gzipped } from '#engine/gzipped.ts';
import { exactTable } from '../core/answers/exactTable.ts';
import type { Look } from '../core/answers/look.ts';
import type { ViewOptions } from '../core/answers/looks.ts';
import type { ExportFormat } from '../core/answers/requests.ts';
import { assertNever } from '../core/assertNever.ts';
import { writeDiff, writeProfile } from '../core/report/pprof/pprofWriter.ts';
import { reportCsv } from '../core/report/reportCsv.ts';
import { reportFolded } from '../core/report/reportFolded.ts';
import type { Report } from '../core/report/reportJson.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';

/** What a report says besides the table. */
type Said = () => Omit<Report, 'sampleType' | 'table'>;

/**
 * The diff as the bytes of a file. `pprof` is the profiles whole, whatever is looked at, as a gzipped profile.proto
 * in which `go tool pprof` sees what it sees with `-diff_base`; the others are what is looked at.
 */
export async function exportDiff(
  look: Look,
  { normalize }: Pick<ViewOptions, 'normalize'>,
  format: ExportFormat,
  said: Said,
): Promise<Uint8Array> {
  const { comparison, merged, type } = look;
  switch (format) {
    case 'pprof':
      return await pprofBytes(look);
    case 'folded':
      return new TextEncoder().encode(reportFolded(look));
    case 'csv': {
      const table = exactTable(comparison, merged, type, normalize);
      return new TextEncoder().encode(reportCsv({ sampleType: type, table }));
    }
    case 'markdown': {
      const table = exactTable(comparison, merged, type, normalize);
      return new TextEncoder().encode(reportMarkdown({ ...said(), sampleType: type, table }));
    }
    default:
      return assertNever(format);
  }
}

/** The profiles of a look, whole, as a gzipped profile.proto. */
export async function pprofBytes({ comparison }: Pick<Look, 'comparison'>): Promise<Uint8Array> {
  const [first, second] = comparison.profiles;
  if (first === undefined) return new Uint8Array();
  return await gzipped(second === undefined ? writeProfile(first) : writeDiff(first, second));
}
