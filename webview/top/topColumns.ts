import type { Table } from '../../src/core/answers/tableColumns.ts';
import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import type { TopRows } from '../state/appState.ts';

/** What a cell needs beside its row. */
export interface CellContext {
  readonly unit: string;
  /** What pprof's percentages are of: the base's total, or for one profile alone its own. */
  readonly total: number;
  /** The whole diff's increase. */
  readonly increase: number;
}

/** A column of the Top tab. Names are shown short; the whole name is the row's title. */
export interface TopColumn {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly isText: boolean;
  sortKey(rows: TopRows, row: number): number | string;
  text(rows: TopRows, row: number, context: CellContext): string;
}

type NumberOf = (table: Table, row: number) => number;

const flatBase: NumberOf = (table, row) => table.flatBase[row] ?? 0;
const flatCurrent: NumberOf = (table, row) => table.flatCurrent[row] ?? 0;
const cumBase: NumberOf = (table, row) => table.cumBase[row] ?? 0;
const cumCurrent: NumberOf = (table, row) => table.cumCurrent[row] ?? 0;
const increase: NumberOf = (table, row) => table.increase[row] ?? 0;
const flatDelta: NumberOf = (table, row) => flatCurrent(table, row) - flatBase(table, row);
const cumDelta: NumberOf = (table, row) => cumCurrent(table, row) - cumBase(table, row);

/** Running sums of flat in the engine's order, by table. */
const flatSums = new WeakMap<Table, Float64Array>();
const flatSum: NumberOf = (table, row) => {
  const known = flatSums.get(table);
  if (known !== undefined) return known[row] ?? 0;
  let sum = 0;
  const sums = table.flatBase.map((_, each) => (sum += flatDelta(table, each)));
  flatSums.set(table, sums);
  return sums[row] ?? 0;
};

/** What share of what: `ofTotal` as pprof counts it. */
const ofTotal = ({ total }: CellContext): number => total;
const ofIncrease = ({ increase: whole }: CellContext): number => whole;

/** pprof's columns in pprof's order, with the percentages of `-diff_base`; then what each is made of. */
export const diffColumns: readonly TopColumn[] = [
  delta('flat', 'Flat', 'In the frame itself: current − base', flatDelta),
  share('flatShare', 'Flat %', 'Flat ÷ the base’s total', flatDelta, ofTotal),
  share('sum', 'Sum %', 'Flat % of this row and all with a larger change', flatSum, ofTotal),
  delta('cum', 'Cum', 'In the frame and all it calls: current − base', cumDelta),
  share('cumShare', 'Cum %', 'Cum ÷ the base’s total', cumDelta, ofTotal),
  share('growth', 'Increase %', 'Increase below the frame ÷ the whole increase', increase, ofIncrease),
  value('flatBase', 'Flat base', 'In the frame itself, base', flatBase),
  value('flatCurrent', 'Flat current', 'In the frame itself, current', flatCurrent),
  value('cumBase', 'Cum base', 'In the frame and all it calls, base', cumBase),
  value('cumCurrent', 'Cum current', 'In the frame and all it calls, current', cumCurrent),
  name(),
];

/** For one profile alone. */
export const aloneColumns: readonly TopColumn[] = [
  value('flat', 'Flat', 'In the frame itself', flatCurrent),
  share('flatShare', 'Flat %', 'Flat ÷ total', flatCurrent, ofTotal),
  share('sum', 'Sum %', 'Flat % of this row and all larger ones', flatSum, ofTotal),
  value('cum', 'Cum', 'In the frame and all it calls', cumCurrent),
  share('cumShare', 'Cum %', 'Cum ÷ total', cumCurrent, ofTotal),
  name(),
];

function value(id: string, title: string, why: string, of: NumberOf): TopColumn {
  return {
    id,
    title,
    why,
    isText: false,
    sortKey: ({ table }, row) => of(table, row),
    text: ({ table }, row, { unit }) => formatValue(of(table, row), unit),
  };
}

function delta(id: string, title: string, why: string, of: NumberOf): TopColumn {
  return {
    ...value(id, title, why, of),
    text: ({ table }, row, { unit }) => formatDelta(of(table, row), unit),
  };
}

function share(
  id: string,
  title: string,
  why: string,
  of: NumberOf,
  wholeOf: (context: CellContext) => number,
): TopColumn {
  return {
    ...value(id, title, why, of),
    text: ({ table }, row, context) => {
      const part = of(table, row);
      const whole = wholeOf(context);
      return whole > 0 && part !== 0 ? formatPercent(part / whole) : '';
    },
  };
}

function name(): TopColumn {
  return {
    id: 'name',
    title: 'Name',
    why: 'Function, line, file or package',
    isText: true,
    sortKey: ({ names }, row) => names.name(row),
    text: ({ names }, row) => names.label(row),
  };
}
