import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import type { Table } from '../../src/core/view.ts';
import type { TopRows } from '../appState.ts';

/** What a cell needs beside its row. */
export interface CellContext {
  readonly unit: string;
  /** What percentages are of: the whole increase, or for one profile alone its total. */
  readonly whole: number;
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

/** pprof's columns in pprof's order, each as delta, base and current. */
export const diffColumns: readonly TopColumn[] = [
  delta('flat', 'Flat', 'Allocated in the frame itself: current − base', flatDelta),
  share('flatShare', 'Flat %', 'Flat growth ÷ the whole increase', flatDelta),
  value('flatBase', 'Flat base', 'Allocated in the frame itself, base', flatBase),
  value('flatCurrent', 'Flat current', 'Allocated in the frame itself, current', flatCurrent),
  delta('cum', 'Cum', 'Allocated in the frame and all it calls: current − base', cumDelta),
  share('growth', 'Growth %', 'Increase below the frame ÷ the whole increase', increase),
  value('cumBase', 'Cum base', 'Allocated in the frame and all it calls, base', cumBase),
  value('cumCurrent', 'Cum current', 'Allocated in the frame and all it calls, current', cumCurrent),
  name(),
];

/** For one profile alone. */
export const aloneColumns: readonly TopColumn[] = [
  value('flat', 'Flat', 'Allocated in the frame itself', flatCurrent),
  share('flatShare', 'Flat %', 'Flat ÷ total', flatCurrent),
  value('cum', 'Cum', 'Allocated in the frame and all it calls', cumCurrent),
  share('cumShare', 'Cum %', 'Cum ÷ total', cumCurrent),
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

function share(id: string, title: string, why: string, of: NumberOf): TopColumn {
  return {
    ...value(id, title, why, of),
    text: ({ table }, row, { whole }) => {
      const part = of(table, row);
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
