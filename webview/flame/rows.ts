/** Where the rows of a flame graph stand, from the top of all of it on. Lengths are CSS pixels. */
export interface Rows {
  /** Of a row with its gap. */
  readonly height: number;
  /** Of all that can be scrolled through. */
  readonly whole: number;
  /** The root is at the bottom. */
  readonly upward: boolean;
}

/** Where a row begins. */
export function topOfRow({ height, whole, upward }: Rows, row: number): number {
  return upward ? whole - (row + 1) * height : row * height;
}

/** The row at a height; negative, or deeper than the deepest, where there is none. */
export function rowAt({ height, whole, upward }: Rows, y: number): number {
  return upward ? Math.ceil((whole - y) / height) - 1 : Math.floor(y / height);
}
