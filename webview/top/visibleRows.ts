/** Rows drawn beyond each edge, so that a quick scroll shows no gap. */
const overscan = 8;

/** The rows of a list that are on screen, with some beyond: `first` ..< `end`. Heights are pixels. */
export function visibleRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight) - overscan));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return { first, end: Math.max(first, end) };
}
