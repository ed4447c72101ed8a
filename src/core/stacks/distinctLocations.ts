import type { LocationLines } from '../names/lineTable.ts';
import { PairIds } from '../names/pairIds.ts';

/**
 * What locations stand for: those with the same lines, in whichever profile, are one place. Place `p` has
 * `line[start[p] ..< start[p + 1]]`, outermost caller first; place 0 has none.
 */
export interface Places {
  readonly count: number;
  readonly start: Uint32Array;
  readonly line: Uint32Array;
  /** Place of each location, for each of the profiles. */
  readonly ofLocation: readonly Uint32Array[];
}

/** Numbers the places of several profiles' locations. */
export function placesOf(profiles: readonly LocationLines[]): Places {
  // A place is known by its last line and the place that has the lines before it.
  const pairs = new PairIds();
  const ofLocation = profiles.map(({ start, line }) => {
    const places = new Uint32Array(start.length - 1);
    for (let location = 0; location < places.length; location++) {
      const end = start[location + 1] as number;
      let place = 0;
      for (let i = start[location] as number; i < end; i++) place = pairs.idOf(place, line[i] as number) + 1;
      places[location] = place;
    }
    return places;
  });
  const before = pairs.firsts();
  const last = pairs.seconds();
  const count = pairs.count + 1;
  const start = new Uint32Array(count + 1);
  const length = new Uint32Array(count);
  for (let place = 1; place < count; place++) {
    length[place] = (length[before[place - 1] as number] as number) + 1;
    start[place + 1] = (start[place] as number) + (length[place] as number);
  }
  const line = new Uint32Array(start[count] as number);
  for (let place = 1; place < count; place++) {
    let at = start[place + 1] as number;
    for (let part = place; part > 0; part = before[part - 1] as number) line[--at] = last[part - 1] as number;
  }
  return { count, start, line, ofLocation };
}
