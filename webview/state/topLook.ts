/** By which column rows are sorted. */
export interface TopSort {
  readonly column: string;
  readonly descending: boolean;
}

/** How the Top tab shows its rows. */
export interface TopLook {
  /** Only names with this in them, in any case; `''` for all. */
  readonly filter: string;
  /** Null keeps the engine's order, largest change of flat first. */
  readonly sort: TopSort | null;
  /** Ids of the columns that were chosen; null for as many as there is room for. */
  readonly columns: readonly string[] | null;
}

export const wholeTop: TopLook = { filter: '', sort: null, columns: null };
