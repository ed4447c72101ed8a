import type { DistinctLocation, IdColumn, Line } from '../ids.ts';
import type { DistinctLocations } from './distinctLocations.ts';
import type { FilteredLocations } from './filterLocations.ts';

/** What a filter leaves of distinct locations. */
export interface FilteredDistinct {
  /** Numbered as before, so that several may have the same lines now. */
  readonly locations: DistinctLocations;
  /** As `filterLocations` marks them, one entry a distinct location. */
  readonly marks: Uint8Array;
}

/**
 * What a filter leaves of distinct locations, given what it leaves of each profile's locations. Undefined where it treats
 * differently what is one distinct location: a pattern that matches the file that one of the builds was mapped from, say,
 * and not the other's.
 */
export function filteredDistinct(
  { count, ofLocation }: DistinctLocations,
  profiles: readonly FilteredLocations[],
): FilteredDistinct | undefined {
  const marks = new Uint8Array(count);
  const isKnown = new Uint8Array(count);
  /** Where the lines are of the first location of each: in which profile, from where to where. */
  const source = new Uint8Array(count);
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  for (const [i, ids] of ofLocation.entries()) {
    const profile = profiles[i];
    if (profile === undefined) continue;
    const { start, line } = profile.lines;
    for (let location = 0; location < ids.length; location++) {
      const id = ids[location] as DistinctLocation;
      const first = start[location] as number;
      const end = start[location + 1] as number;
      const mark = profile.marks[location] as number;
      if (isKnown[id] === 0) {
        isKnown[id] = 1;
        marks[id] = mark;
        source[id] = i;
        from[id] = first;
        to[id] = end;
        continue;
      }
      if (marks[id] !== mark || (to[id] as number) - (from[id] as number) !== end - first) return undefined;
      const known = profiles[source[id] as number]?.lines.line ?? line;
      const shift = (from[id] as number) - first;
      for (let k = first; k < end; k++) if (known[k + shift] !== line[k]) return undefined;
    }
  }
  const start = new Uint32Array(count + 1);
  for (let id = 0; id < count; id++) {
    start[id + 1] = (start[id] as number) + (to[id] as number) - (from[id] as number);
  }
  const line = new Uint32Array(start[count] as number) as IdColumn<Line>;
  for (let id = 0; id < count; id++) {
    const known = profiles[source[id] as number]?.lines.line ?? line;
    let at = start[id] as number;
    for (let k = from[id] as number; k < (to[id] as number); k++) line[at++] = known[k] as Line;
  }
  return { locations: { count, start, line, ofLocation }, marks };
}
