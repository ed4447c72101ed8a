import { columnsOf, type TopColumn } from './topColumns.ts';

/** The columns that were chosen, or those that a table so wide (in pixels) has room for. The name is always among them. */
export function shownColumns(
  alone: boolean,
  chosen: readonly string[] | null,
  width: number,
): readonly TopColumn[] {
  return columnsOf(alone).filter(({ id, isText, from }) =>
    chosen === null ? width >= from : isText || chosen.includes(id),
  );
}

/** For the style sheet: how wide columns are, the last one as wide as it can be, and below which width a row is scrolled. */
export function columnWidths(columns: readonly TopColumn[]): {
  readonly template: string;
  readonly narrowest: string;
} {
  const widths = columns.map(({ isText, width }) => (isText ? `minmax(${width}em, 1fr)` : `${width}em`));
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return { template: widths.join(' '), narrowest: `calc(${sum}em + ${columns.length * 12 + 24}px)` };
}
