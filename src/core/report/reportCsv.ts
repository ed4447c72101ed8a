import type { Report } from './reportJson.ts';
import { csv } from './tableText.ts';

/** A report for spreadsheets: every row of the table, numbers in the sample type's unit, exact. */
export function reportCsv({
  sampleType: { type, unit },
  table: { rows },
}: Pick<Report, 'sampleType' | 'table'>): string {
  const named = (what: string): string => `${what} ${type} (${unit})`;
  const header = [
    'name',
    'file',
    'line',
    ...['flat base', 'flat current', 'flat delta', 'cum base', 'cum current', 'cum delta'].map(named),
  ];
  const lines = rows.map(({ name, file, line, flat, cum }) => [
    name,
    file,
    line === 0 ? '' : String(line),
    ...[flat, cum].flatMap(({ base, current }) => [base, current, current - base].map(String)),
  ]);
  return csv([header, ...lines]);
}
