import type { IdColumn, Line, Location } from '../ids.ts';
import { type LineTable, type LocationLines, type ProfileLines, truncatedLine } from '../names/lineTable.ts';
import type { Ids, Profile } from '../profile.ts';
import type { CompiledFilter } from './filter.ts';
import { filterLocations, focused, ignored, isByName, shownFrom } from './filterLocations.ts';
import { prunedLeaf, pruneLocations } from './pruneFrames.ts';
import { type ProfileStacks, wholeStacks } from './stacks.ts';

/** A profile's stacks, with all that a filter asks of them. */
export interface FilteredStacks extends ProfileStacks {
  /** Marks of locations, as `filterLocations` gives them; none without a filter. */
  readonly marks: Uint8Array;
  /** Whether the tags let a sample pass; undefined where all do. */
  readonly passes: ((sample: number) => boolean) | undefined;
}

/**
 * A profile's stacks after its own `drop_frames`, the mending of those marked as `truncated`, and the filter, which means what it
 * means in pprof: patterns are asked of locations, and hide, show and show-from take single inlined frames out of them.
 */
export function filteredStacks(
  profile: Profile,
  table: LineTable,
  locations: ProfileLines,
  filter: CompiledFilter,
  truncated: Uint8Array | undefined,
): FilteredStacks {
  const pruned = pruneLocations(profile, table, locations);
  const byName = isByName(filter);
  const passes = tagTest(profile, filter);
  if (pruned === undefined && truncated === undefined && !byName && passes === undefined)
    return {
      ...wholeStacks(profile, locations),
      marks: new Uint8Array(),
      passes,
    };

  const { lines, marks } = filterLocations(profile, locations, pruned?.lines ?? locations, filter);
  const mendTruncated = filter.showFrom === undefined && filter.show === undefined ? truncated : undefined;
  // One more location at the end, which is none of the profile's, stands for what was cut off.
  const cut = profile.locations.count as Location;
  const withCut = withLocation(lines, mendTruncated === undefined ? [] : [truncatedLine]);
  const whole = wholeStacks(profile, withCut);
  const { stack, stackStart, count } = profile.samples;

  const read = <Of extends number>(
    sample: number,
    values: IdColumn<Of>,
    into: IdColumn<Of, Ids>,
    at: number,
  ): number => {
    if (passes?.(sample) === false) return -1;
    let leaf = stackStart[sample] as number;
    let root = (stackStart[sample + 1] as number) - 1;
    if (pruned !== undefined) leaf = prunedLeaf(stack, leaf, root, pruned.cut);
    if (byName) {
      let seen = 0;
      for (let i = leaf; i <= root; i++) seen |= marks[stack[i] as Location] as number;
      if ((seen & focused) === 0 || (seen & ignored) !== 0) return -1;
      if (filter.showFrom !== undefined) {
        while (root >= leaf && ((marks[stack[root] as Location] as number) & shownFrom) === 0) root -= 1;
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
    marks,
    passes,
  };
}

function tagTest(
  profile: Profile,
  { tagFocus, tagIgnore }: CompiledFilter,
): ((sample: number) => boolean) | undefined {
  if (tagFocus === undefined && tagIgnore === undefined) return undefined;
  const isFocused = tagFocus?.(profile);
  const isIgnored = tagIgnore?.(profile);
  return sample => isFocused?.(sample) !== false && isIgnored?.(sample) !== true;
}

function withLocation({ start, line }: LocationLines, added: readonly Line[]): LocationLines {
  const starts = new Uint32Array(start.length + 1);
  starts.set(start);
  starts[start.length] = line.length + added.length;
  const all = new Uint32Array(line.length + added.length) as IdColumn<Line>;
  all.set(line);
  all.set(added, line.length);
  return { start: starts, line: all };
}
