import type { TopRows } from '../state/appState.ts';
import type { TopLook, TopSort } from '../state/topLook.ts';
import { columnsOf, type TopColumn } from './topColumns.ts';

/** Row numbers that pass the filter, in the order of the sort. Ties stand as the engine ordered them. */
export function topOrder(
  rows: TopRows,
  alone: boolean,
  { filter, sort }: Pick<TopLook, 'filter' | 'sort'>,
): readonly number[] {
  const question = JSON.stringify([alone, filter, sort]);
  const known = orders.get(rows);
  if (known?.question === question) return known.order;
  const order = sorted(rows, passing(rows, filter), columnsOf(alone), sort);
  orders.set(rows, { question, order });
  return order;
}

/** The last order of some rows: the table and what stands above it ask for the same. */
const orders = new WeakMap<TopRows, { readonly question: string; readonly order: readonly number[] }>();

function passing({ names }: TopRows, filter: string): number[] {
  const sought = filter.toLowerCase();
  const order: number[] = [];
  for (let row = 0; row < names.count; row++) {
    if (sought === '' || names.name(row).toLowerCase().includes(sought)) order.push(row);
  }
  return order;
}

function sorted(
  rows: TopRows,
  order: number[],
  columns: readonly TopColumn[],
  sort: TopSort | null,
): readonly number[] {
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
