import type { Report } from './reportJson.ts';

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
  return [header, ...lines].map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}

/**
 * RFC 4180. A text that a spreadsheet would run as a formula is kept a text by an apostrophe before it. Where the decimal
 * point is a comma, a semicolon separates cells.
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
