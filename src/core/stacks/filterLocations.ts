import type { IdColumn, Line, Location } from '../ids.ts';
import type { LocationLines } from '../names/lineTable.ts';
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

/** Takes lines out of locations, and marks the locations that decide over stacks. */
export function filterLocations(
  profile: Profile,
  locations: LocationLines,
  { focus, ignore, hide, show, showFrom }: CompiledFilter,
): FilteredLocations {
  const { lineStart, count } = profile.locations;
  const start = new Uint32Array(count + 1);
  const line = new Uint32Array(locations.line.length) as IdColumn<Line>;
  const marks = new Uint8Array(count + 1);
  let filled = 0;
  for (let location = 0 as Location; location < count; location++) {
    const symbolised = lineStart[location] !== lineStart[location + 1];
    const from = locations.start[location] as number;
    const to = locations.start[location + 1] as number;
    const matches = (matcher: FrameMatcher): boolean =>
      (symbolised && firstMatch(matcher, locations.line, from, to) < to) ||
      matcher.matchesMapping(profile, location);
    let mark = 0;
    if (ignore !== undefined && matches(ignore)) mark = ignored;
    else if (focus === undefined || matches(focus)) mark = focused;

    const first = filled;
    // Show asks for lines: of a mapping that matches it keeps those that there are.
    const hidesAll = hide?.matchesMapping(profile, location) === true || (show !== undefined && !symbolised);
    const showsAll = show === undefined || show.matchesMapping(profile, location);
    for (let i = from; i < to && !hidesAll; i++) {
      const one = locations.line[i] as Line;
      const hidden = hide !== undefined && symbolised && hide.matchesLine(one);
      if (!hidden && (showsAll || show.matchesLine(one))) line[filled++] = one;
    }
    if (showFrom !== undefined && filled > first) {
      const outermost = symbolised ? firstMatch(showFrom, line, first, filled) : filled;
      if (showFrom.matchesMapping(profile, location)) {
        mark |= shownFrom;
      } else if (outermost < filled) {
        mark |= shownFrom;
        line.copyWithin(first, outermost, filled);
        filled -= outermost - first;
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

/** Index of the first of `lines[from ..< to]` that matches, `to` for none. */
function firstMatch(matcher: FrameMatcher, lines: IdColumn<Line>, from: number, to: number): number {
  let i = from;
  while (i < to && !matcher.matchesLine(lines[i] as Line)) i += 1;
  return i;
}
