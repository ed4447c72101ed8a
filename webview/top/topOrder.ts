import type { TopRows } from '../state/appState.ts';
import type { TopColumn } from './topColumns.ts';

/** By which column rows are sorted; null keeps the engine's order, largest change of flat first. */
export interface TopSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Row numbers that pass the search, in the order of the sort. Ties stand as the engine ordered them. */
export function topOrder(
  rows: TopRows,
  columns: readonly TopColumn[],
  sort: TopSort | null,
  matches: ((text: string) => boolean) | null,
): readonly number[] {
  const order: number[] = [];
  for (let row = 0; row < rows.names.count; row++) {
    if (matches === null || matches(rows.names.name(row))) order.push(row);
  }
  const column = columns.find(({ id }) => id === sort?.column);
  if (column === undefined || sort === null) return order;
  const keys = new Map(order.map(row => [row, column.sortKey(rows, row)]));
  const sign = sort.descending ? -1 : 1;
  return order.sort((one, other) => sign * compare(keys.get(one) ?? 0, keys.get(other) ?? 0) || one - other);
}

/** What a press on a column's title makes of the sort: numbers start with the largest, names with A. */
export function pressedSort(sort: TopSort | null, column: TopColumn): TopSort {
  if (sort?.column === column.id) return { column: column.id, descending: !sort.descending };
  return { column: column.id, descending: !column.isText };
}

function compare(one: number | string, other: number | string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
