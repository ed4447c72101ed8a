import * as l10n from '@vscode/l10n';
import type { View } from '../../src/core/answers/requests.ts';
import type { Table } from '../../src/core/answers/tableColumns.ts';
import { formatDelta, formatPercent, formatValue } from '../../src/core/format.ts';
import type { TopRows } from '../state/appState.ts';

/** What a cell needs beside its row. */
export interface CellContext {
  readonly unit: string;
  /** What pprof's percentages are of: the base's total without a filter, or for one profile alone its own. */
  readonly total: number;
  /** The whole diff's increase. */
  readonly increase: number;
}

/** What the cells of a view's rows need. */
export function cellContext({ unit, unfiltered, increase }: View, alone: boolean): CellContext {
  return { unit, total: alone ? unfiltered.current : unfiltered.base, increase };
}

/** A column of the Top tab. Names are shown short; the whole name is the row's title. */
export interface TopColumn {
  readonly id: string;
  readonly title: string;
  /** In a spreadsheet, in every language. */
  readonly plainTitle: string;
  readonly why: string;
  readonly isText: boolean;
  readonly isShare: boolean;
  /** A change, whose line it leads to. */
  readonly isDelta: boolean;
  /** Of the narrowest table that shows it unasked, in pixels. */
  readonly from: number;
  /** In em. */
  readonly width: number;
  sortKey(rows: TopRows, row: number): number | string;
  text(rows: TopRows, row: number, context: CellContext): string;
  /** For a spreadsheet: numbers in the sample type's unit, shares of 1. */
  plain(rows: TopRows, row: number, context: CellContext): string;
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

/** A panel beside an editor is narrow: the name comes before what delta and share already tell. */
const from: Readonly<Record<string, number>> = {
  flatShare: 701,
  cumShare: 701,
  sum: 1001,
  flatBase: 1001,
  flatCurrent: 1001,
  cumBase: 1281,
  cumCurrent: 1281,
};

/** pprof's columns in pprof's order, with the percentages of `-diff_base`; then what each is made of. */
function diffColumns(): readonly TopColumn[] {
  return [
    delta('flat', 'Flat', l10n.t`In the frame itself: current − base`, flatDelta),
    share('flatShare', 'Flat %', l10n.t`Flat ÷ the base’s total`, flatDelta, ofTotal),
    share('sum', 'Sum %', l10n.t`Flat % of this row and all with a larger change`, flatSum, ofTotal),
    delta('cum', 'Cum', l10n.t`In the frame and all it calls: current − base`, cumDelta),
    share('cumShare', 'Cum %', l10n.t`Cum ÷ the base’s total`, cumDelta, ofTotal),
    share(
      'growth',
      'Increase %',
      l10n.t`Increase below the frame ÷ the whole increase`,
      increase,
      ofIncrease,
    ),
    value('flatBase', 'Flat base', l10n.t`In the frame itself, base`, flatBase),
    value('flatCurrent', 'Flat current', l10n.t`In the frame itself, current`, flatCurrent),
    value('cumBase', 'Cum base', l10n.t`In the frame and all it calls, base`, cumBase),
    value('cumCurrent', 'Cum current', l10n.t`In the frame and all it calls, current`, cumCurrent),
    name(),
  ];
}

/** What each row of the table has to tell. */
export function columnsOf(alone: boolean): readonly TopColumn[] {
  return alone ? aloneColumns() : diffColumns();
}

/** For one profile alone. */
function aloneColumns(): readonly TopColumn[] {
  return [
    value('flat', 'Flat', l10n.t`In the frame itself`, flatCurrent),
    share('flatShare', 'Flat %', l10n.t`Flat ÷ total`, flatCurrent, ofTotal),
    share('sum', 'Sum %', l10n.t`Flat % of this row and all larger ones`, flatSum, ofTotal),
    value('cum', 'Cum', l10n.t`In the frame and all it calls`, cumCurrent),
    share('cumShare', 'Cum %', l10n.t`Cum ÷ total`, cumCurrent, ofTotal),
    name(),
  ];
}

/** On the screen. Flat, Cum and Sum are pprof's words in every language. */
function titleOf(id: string, plainTitle: string): string {
  switch (id) {
    case 'growth':
      return l10n.t`Increase %`;
    case 'flatBase':
      return l10n.t`Flat base`;
    case 'flatCurrent':
      return l10n.t`Flat current`;
    case 'cumBase':
      return l10n.t`Cum base`;
    case 'cumCurrent':
      return l10n.t`Cum current`;
    default:
      return plainTitle;
  }
}

function value(id: string, plainTitle: string, why: string, of: NumberOf): TopColumn {
  return {
    id,
    title: titleOf(id, plainTitle),
    plainTitle,
    why,
    isText: false,
    isShare: false,
    isDelta: false,
    from: from[id] ?? 0,
    width: 6.4,
    sortKey: ({ table }, row) => of(table, row),
    text: ({ table }, row, { unit }) => formatValue(of(table, row), unit),
    plain: ({ table }, row) => String(of(table, row)),
  };
}

function delta(id: string, plainTitle: string, why: string, of: NumberOf): TopColumn {
  return {
    ...value(id, plainTitle, why, of),
    isDelta: true,
    text: ({ table }, row, { unit }) => formatDelta(of(table, row), unit),
  };
}

function share(
  id: string,
  plainTitle: string,
  why: string,
  of: NumberOf,
  wholeOf: (context: CellContext) => number,
): TopColumn {
  return {
    ...value(id, plainTitle, why, of),
    isShare: true,
    width: id === 'growth' ? 6 : 4.6,
    text: ({ table }, row, context) => {
      const part = of(table, row);
      const whole = wholeOf(context);
      return whole > 0 && part !== 0 ? formatPercent(part / whole) : '';
    },
    plain: ({ table }, row, context) => {
      const whole = wholeOf(context);
      return whole > 0 ? (of(table, row) / whole).toFixed(6) : '';
    },
  };
}

function name(): TopColumn {
  return {
    id: 'name',
    title: l10n.t`Name`,
    plainTitle: 'Name',
    why: l10n.t`Function, line, file or package`,
    isText: true,
    isShare: false,
    isDelta: false,
    from: 0,
    width: 8,
    sortKey: ({ names }, row) => names.name(row),
    text: ({ names }, row) => names.label(row),
    plain: ({ names }, row) => names.name(row),
  };
}
