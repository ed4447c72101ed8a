import { codeCell } from './codeSpan.ts';

/** A column of a table that is written out. */
export interface WrittenColumn {
  readonly title: string;
  /** Names, which are code; else numbers. */
  readonly isText: boolean;
}

/** A table for people. */
export function markdownTable(
  columns: readonly WrittenColumn[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const cell = (text: string, column: number): string => (columns[column]?.isText ? codeCell(text) : text);
  return [
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ isText }) => (isText ? ':--' : '--:')).join('|')}|\n`,
    ...rows.map(cells => line(cells.map(cell))),
  ].join('');
}

/** Rows for a spreadsheet, RFC 4180. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(cells => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * A text that a spreadsheet would run as a formula is kept a text by an apostrophe before it. Where the decimal point is a
 * comma, a semicolon separates cells.
 */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
