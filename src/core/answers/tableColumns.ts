import { sumFrames, tableOrder } from '../measures/table.ts';
import { type FrameColumns, frameColumns } from './frameColumns.ts';
import type { Look } from './look.ts';

/** Rows of the Top table, by |flat delta| descending, then name. Row `i` is frame `i` of `frames`. */
export interface Table {
  readonly frames: FrameColumns;
  readonly flatBase: Float64Array;
  readonly flatCurrent: Float64Array;
  readonly cumBase: Float64Array;
  readonly cumCurrent: Float64Array;
  readonly increase: Float64Array;
}

/** The Top table of a look, as it travels. */
export function tableOf({ merged: { tree, frames }, measure }: Look): Table {
  const sums = sumFrames(tree, measure, frames.count);
  const order = tableOrder(frames, sums);
  const rows = (column: Float64Array): Float64Array =>
    Float64Array.from(order, frame => column[frame] as number);
  return {
    frames: frameColumns(frames, order),
    flatBase: rows(sums.flatBase),
    flatCurrent: rows(sums.flatCurrent),
    cumBase: rows(sums.cumBase),
    cumCurrent: rows(sums.cumCurrent),
    increase: rows(sums.increase),
  };
}
