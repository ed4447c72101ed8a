import * as l10n from '@vscode/l10n';
import { csv, markdownTable } from '../../src/core/report/tableText.ts';
import type { TopRows } from '../state/appState.ts';
import type { TopLook } from '../state/topLook.ts';
import { shownColumns } from './shownColumns.ts';
import type { CellContext } from './topColumns.ts';
import { topOrder } from './topOrder.ts';

/** Nobody reads more in a comment; whoever does takes the CSV. */
const mostMarkdownRows = 200;
/** Characters. The clipboard is shared, and names are of any length. */
const longestText = 4 << 20;

/** The rows that pass the filter, in their order and with the columns that were chosen, else with all. */
export function topText(
  format: 'markdown' | 'csv',
  rows: TopRows,
  context: CellContext,
  alone: boolean,
  look: TopLook,
): string {
  const columns = shownColumns(alone, look.columns, Number.POSITIVE_INFINITY);
  const order = topOrder(rows, alone, look);
  if (format === 'csv') {
    const titles = columns.map(({ plainTitle, isShare, isText }) =>
      isText || isShare ? plainTitle : `${plainTitle} (${context.unit})`,
    );
    const cells = order.map(row => columns.map(column => column.plain(rows, row, context)));
    return csv([titles, ...short(cells)]);
  }
  const written = short(
    order.slice(0, mostMarkdownRows).map(row => columns.map(column => column.text(rows, row, context))),
  );
  const table = markdownTable(columns, written);
  return written.length === order.length
    ? table
    : `${table}\n${l10n.t`The first ${written.length} of ${order.length} rows.`}\n`;
}

function short(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let length = 0;
  const end = rows.findIndex(cells => {
    length += cells.reduce((sum, cell) => sum + cell.length + 3, 0);
    return length > longestText;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
