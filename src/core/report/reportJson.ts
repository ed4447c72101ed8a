import type { ExactPair, ExactTable } from '../answers/exactTable.ts';
import type { SampleType } from '../profile.ts';

/** One of the compared files, by the path it was given as. */
export interface ReportFile {
  readonly file: string;
  readonly timeNanos: bigint;
}

/** All that a report says about a diff. */
export interface Report {
  readonly sampleType: SampleType;
  readonly base: ReportFile;
  readonly current: ReportFile;
  readonly table: ExactTable;
}

/** A report for programs. Numbers are integers in the sample type's unit, written out in full however large. */
export function reportJson({ sampleType, base, current, table }: Report): string {
  const { total, increase, decrease, rows } = table;
  const file = (of: ReportFile, sum: bigint): string =>
    `{"file":${JSON.stringify(of.file)},"timeNanos":${of.timeNanos},"total":${sum}}`;
  const written = rows.map(({ name, file: path, line, flat, cum }) => {
    const named = `"name":${JSON.stringify(name)},"file":${JSON.stringify(path)},"line":${line}`;
    return `{${named},"flat":${pair(flat)},"cum":${pair(cum)}}`;
  });
  const type = JSON.stringify({ type: sampleType.type, unit: sampleType.unit });
  return `{"sampleType":${type},
"base":${file(base, total.base)},
"current":${file(current, total.current)},
"delta":${total.current - total.base},
"increase":${increase},
"decrease":${decrease},
"rows":[${written.length > 0 ? `\n${written.join(',\n')}\n` : ''}]}
`;
}

function pair({ base, current }: ExactPair): string {
  return `{"base":${base},"current":${current}}`;
}
