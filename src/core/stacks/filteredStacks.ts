import type { IdColumn, Line, Location } from '../ids.ts';
import { type LineTable, type LocationLines, truncatedLine } from '../names/lineTable.ts';
import type { Ids, Profile } from '../profile.ts';
import type { CompiledFilter } from './filter.ts';
import { prunedLeaf, pruneLocations } from './pruneFrames.ts';
import { type ProfileStacks, wholeStacks } from './stacks.ts';

const focused = 1;
const ignored = 2;
const shownFrom = 4;

/**
 * A profile's stacks after its own `drop_frames`, the mending of those marked as `truncated`, and the filter, which means what it
 * means in pprof: patterns are asked of locations, and hide, show and show-from take single inlined frames out of them.
 */
export function filteredStacks(
  profile: Profile,
  table: LineTable,
  locations: LocationLines,
  filter: CompiledFilter,
  truncated: Uint8Array | undefined,
): ProfileStacks {
  const pruned = pruneLocations(profile, table, locations);
  const { focus, ignore, hide, show, showFrom } = filter;
  const byName = [focus, ignore, hide, show, showFrom].some(matcher => matcher !== undefined);
  const tags = [filter.tagFocus?.(profile), filter.tagIgnore?.(profile)] as const;
  const byTag = tags.some(tag => tag !== undefined);
  if (pruned === undefined && truncated === undefined && !byName && !byTag)
    return wholeStacks(profile, locations);

  const { lines, flags } = filterLocations(profile, pruned?.lines ?? locations, filter);
  // One more location at the end, which is none of the profile's, stands for what was cut off.
  const cut = profile.locations.count as Location;
  const withCut: LocationLines = {
    start: Uint32Array.from([...lines.start, lines.line.length + 1]),
    line: Uint32Array.from([...lines.line, truncatedLine]) as IdColumn<Line>,
  };
  const whole = wholeStacks(profile, withCut);
  const { stack, stackStart, count } = profile.samples;
  const mendTruncated = showFrom === undefined && show === undefined ? truncated : undefined;

  const read = <Of extends number>(
    sample: number,
    values: IdColumn<Of>,
    into: IdColumn<Of, Ids>,
    at: number,
  ): number => {
    if (tags[0]?.(sample) === false || tags[1]?.(sample) === true) return -1;
    let leaf = stackStart[sample] as number;
    let root = (stackStart[sample + 1] as number) - 1;
    if (pruned !== undefined) leaf = prunedLeaf(stack, leaf, root, pruned.cut);
    if (byName) {
      let seen = 0;
      for (let i = leaf; i <= root; i++) seen |= flags[stack[i] as Location] as number;
      if ((seen & focused) === 0 || (seen & ignored) !== 0) return -1;
      if (showFrom !== undefined) {
        while (root >= leaf && ((flags[stack[root] as Location] as number) & shownFrom) === 0) root -= 1;
      }
    }
    let to = at;
    if (mendTruncated?.[sample] === 1) into[to++] = values[cut] as Of;
    const first = to;
    for (let i = root; i >= leaf; i--) {
      const location = stack[i] as Location;
      if (lines.start[location] !== lines.start[location + 1]) into[to++] = values[location] as Of;
    }
    return byName && to === first ? -1 : to - at;
  };
  return {
    samples: count,
    lines: withCut,
    longest: whole.longest + 1,
    total: whole.total + (truncated === undefined ? 0 : count),
    read,
  };
}

/** Takes lines out of locations, and marks the locations that decide over stacks. */
function filterLocations(
  profile: Profile,
  locations: LocationLines,
  { focus, ignore, hide, show, showFrom }: CompiledFilter,
): { lines: LocationLines; flags: Uint8Array } {
  const { lineStart, count } = profile.locations;
  const start = new Uint32Array(count + 1);
  const line = new Uint32Array(locations.line.length) as IdColumn<Line>;
  const flags = new Uint8Array(count);
  let filled = 0;
  for (let location = 0 as Location; location < count; location++) {
    const symbolised = lineStart[location] !== lineStart[location + 1];
    let left = [
      ...locations.line.subarray(locations.start[location], locations.start[location + 1]),
    ] as Line[];
    const anyMatches = (matcher: typeof focus): boolean =>
      matcher !== undefined &&
      ((symbolised && left.some(one => matcher.matchesLine(one))) ||
        matcher.matchesMapping(profile, location));
    if (anyMatches(ignore)) flags[location] = ignored;
    else if (focus === undefined || anyMatches(focus)) flags[location] = focused;

    if (hide?.matchesMapping(profile, location)) left = [];
    else if (hide !== undefined && symbolised) left = left.filter(one => !hide.matchesLine(one));
    if (show !== undefined && !show.matchesMapping(profile, location)) {
      left = symbolised ? left.filter(one => show.matchesLine(one)) : [];
    }
    if (showFrom !== undefined && left.length > 0) {
      const outermost = symbolised ? left.findIndex(one => showFrom.matchesLine(one)) : -1;
      const all = showFrom.matchesMapping(profile, location);
      if (all || outermost >= 0) flags[location] = (flags[location] as number) | shownFrom;
      if (!all && outermost > 0) left = left.slice(outermost);
    }
    start[location] = filled;
    for (const one of left) line[filled++] = one;
  }
  start[count] = filled;
  return { lines: { start, line: line.slice(0, filled) as IdColumn<Line> }, flags };
}
