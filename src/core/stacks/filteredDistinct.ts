import type { DistinctLocation, IdColumn } from '../ids.ts';
import type { DistinctLocations } from './distinctLocations.ts';

/** What a filter makes of distinct locations: one entry for each. */
export interface FilteredDistinct {
  /** The distinct location with the lines that are left. */
  readonly becomes: IdColumn<DistinctLocation>;
  /** As `filterLocations` marks them. */
  readonly marks: Uint8Array;
}

/**
 * What a filter makes of `whole`, the distinct locations without it, given those that are `left` by it and the marks of
 * each profile's locations. Undefined where it treats differently what is one distinct location: a pattern that matches the
 * file that one of the builds was mapped from, say, and not the other's.
 */
export function filteredDistinct(
  whole: DistinctLocations,
  left: DistinctLocations,
  marks: readonly Uint8Array[],
): FilteredDistinct | undefined {
  const becomes = new Uint32Array(whole.count) as IdColumn<DistinctLocation>;
  const markOf = new Uint8Array(whole.count);
  const isKnown = new Uint8Array(whole.count);
  for (const [i, ids] of whole.ofLocation.entries()) {
    const leftOf = left.ofLocation[i] ?? ids;
    const marksOf = marks[i] ?? markOf;
    for (let location = 0; location < ids.length; location++) {
      const id = ids[location] as DistinctLocation;
      const after = leftOf[location] as DistinctLocation;
      const mark = marksOf[location] as number;
      if (isKnown[id] === 0) {
        becomes[id] = after;
        markOf[id] = mark;
        isKnown[id] = 1;
      } else if (becomes[id] !== after || markOf[id] !== mark) {
        return undefined;
      }
    }
  }
  return { becomes, marks: markOf };
}
