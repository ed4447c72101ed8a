import type { DistinctLocation, IdColumn, Line } from '../ids.ts';
import type { LocationLines } from '../names/lineTable.ts';
import { PairIds } from '../names/pairIds.ts';

/**
 * What locations stand for: those with the same lines, in whichever profile, are one distinct location. Number `d` has
 * `line[start[d] ..< start[d + 1]]`, outermost caller first; number 0 has none.
 */
export interface DistinctLocations {
  readonly count: number;
  readonly start: Uint32Array;
  readonly line: IdColumn<Line>;
  /** Distinct location of each location, for each of the profiles. */
  readonly ofLocation: readonly IdColumn<DistinctLocation>[];
}

/** Numbers the distinct locations of several profiles. */
export function distinctLocations(profiles: readonly LocationLines[]): DistinctLocations {
  // One is known by its last line and the one that has the lines before it.
  const pairs = new PairIds(Math.max(0, ...profiles.map(({ line }) => line.length)));
  const ofLocation = profiles.map(({ start, line }) => {
    const ids = new Uint32Array(start.length - 1) as IdColumn<DistinctLocation>;
    for (let location = 0; location < ids.length; location++) {
      const end = start[location + 1] as number;
      let id = 0;
      for (let i = start[location] as number; i < end; i++) id = pairs.idOf(id, line[i] as Line) + 1;
      ids[location] = id as DistinctLocation;
    }
    return ids;
  });
  const before = pairs.firsts();
  const last = pairs.seconds();
  const count = pairs.count + 1;
  const start = new Uint32Array(count + 1);
  const length = new Uint32Array(count);
  for (let id = 1; id < count; id++) {
    length[id] = (length[before[id - 1] as number] as number) + 1;
    start[id + 1] = (start[id] as number) + (length[id] as number);
  }
  const line = new Uint32Array(start[count] as number) as IdColumn<Line>;
  for (let id = 1; id < count; id++) {
    let at = start[id + 1] as number;
    for (let part = id; part > 0; part = before[part - 1] as number) line[--at] = last[part - 1] as Line;
  }
  return { count, start, line, ofLocation };
}
