import type { IdColumn, Line, Location } from '../ids.ts';
import type { LocationLines, ProfileLines } from '../names/lineTable.ts';
import type { Profile } from '../profile.ts';
import type { CompiledFilter, FrameMatcher } from './filter.ts';

/** Marks of a location: it brings its stacks into focus, or drops them; show-from begins there; lines of it are left. */
export const focused = 1;
export const ignored = 2;
export const shownFrom = 4;
export const hasLines = 8;

/** Whether a filter asks for names, not for tags alone. */
export function isByName({ focus, ignore, hide, show, showFrom }: CompiledFilter): boolean {
  return [focus, ignore, hide, show, showFrom].some(matcher => matcher !== undefined);
}

/** The marks that a stack has before any location is looked at. */
export function marksBefore(filter: CompiledFilter): number {
  if (!isByName(filter)) return focused | shownFrom | hasLines;
  return filter.showFrom === undefined ? shownFrom : 0;
}

/** What the patterns of a filter, asked of locations, leave of those. */
export interface FilteredLocations {
  readonly lines: LocationLines;
  /** One entry a location, and one more, without a mark, for what was cut off. */
  readonly marks: Uint8Array;
}

/**
 * Takes lines out of locations, and marks the locations that decide over stacks. `locations` are what is left of the profile's
 * `own`: of a location its outermost lines.
 */
export function filterLocations(
  profile: Profile,
  own: ProfileLines,
  locations: LocationLines,
  { focus, ignore, hide, show, showFrom }: CompiledFilter,
): FilteredLocations {
  const { lineStart, lineFunction, count } = profile.locations;
  const start = new Uint32Array(count + 1);
  const line = new Uint32Array(locations.line.length) as IdColumn<Line>;
  const marks = new Uint8Array(count + 1);
  let filled = 0;
  for (let location = 0 as Location; location < count; location++) {
    const from = locations.start[location] as number;
    const to = locations.start[location + 1] as number;
    const outermost = (lineStart[location + 1] as number) - 1;
    const isSymbolised = outermost >= (lineStart[location] as number);
    const matchesAt = (matcher: FrameMatcher, i: number): boolean =>
      isSymbolised && matcher.matchesFunction(own, lineFunction[outermost - (i - from)] as number);
    const matches = (matcher: FrameMatcher): boolean => {
      for (let i = from; i < to; i++) if (matchesAt(matcher, i)) return true;
      return matcher.matchesMapping(profile, location);
    };
    let mark = 0;
    if (ignore !== undefined && matches(ignore)) mark = ignored;
    else if (focus === undefined || matches(focus)) mark = focused;

    const first = filled;
    let begins = -1;
    // Show asks for lines: of a mapping that matches it keeps those that there are.
    const hidesAll =
      hide?.matchesMapping(profile, location) === true || (show !== undefined && !isSymbolised);
    const showsAll = show === undefined || show.matchesMapping(profile, location);
    for (let i = from; i < to && !hidesAll; i++) {
      if (hide !== undefined && matchesAt(hide, i)) continue;
      if (!showsAll && !matchesAt(show, i)) continue;
      if (showFrom !== undefined && begins < 0 && matchesAt(showFrom, i)) begins = filled;
      line[filled++] = locations.line[i] as Line;
    }
    if (showFrom !== undefined && filled > first) {
      if (showFrom.matchesMapping(profile, location)) {
        mark |= shownFrom;
      } else if (begins >= 0) {
        mark |= shownFrom;
        line.copyWithin(first, begins, filled);
        filled -= begins - first;
      }
    }
    if (filled > first) mark |= hasLines;
    marks[location] = mark;
    start[location + 1] = filled;
  }
  return {
    lines: { start, line: line.slice(0, filled) as IdColumn<Line> },
    marks,
  };
}
