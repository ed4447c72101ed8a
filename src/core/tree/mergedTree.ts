import { type Heed, heedNothing } from '../heed.ts';
import type { DistinctLocation, IdColumn, Line } from '../ids.ts';
import { type Frames, framesOf } from '../names/frames.ts';
import type { Granularity } from '../names/granularity.ts';
import type { LineTable } from '../names/lineTable.ts';
import type { Comparison } from '../pair/comparison.ts';
import { type DistinctLocations, distinctLocations } from '../stacks/distinctLocations.ts';
import { compileFilter } from '../stacks/filter.ts';
import { filteredStacks } from '../stacks/filteredStacks.ts';
import type { Filter } from '../stacks/filterFields.ts';
import { distinctStacks, type ProfileStacks } from '../stacks/stacks.ts';
import { truncatedSamples } from '../stacks/truncatedStacks.ts';
import { buildCallTree, type CallTree } from './callTree.ts';
import { frameTree } from './frameTree.ts';

/** All stacks of both profiles as a filter leaves them, merged into a tree of locations, whatever the granularity. */
export interface LocationTree {
  readonly locations: DistinctLocations;
  readonly tree: CallTree<DistinctLocation>;
  /** Reads single stacks again, profile by profile. */
  readonly stacks: readonly ProfileStacks[];
}

/** The call tree over all samples of both profiles at one granularity and filter, whatever the sample type. */
export interface MergedTree {
  /** Equal for equal trees of one comparison. */
  readonly key: string;
  readonly frames: Frames;
  readonly tree: CallTree;
  readonly stacks: readonly ProfileStacks[];
}

/** Equal for equal filters. */
export function filterKey({ focus, ignore, hide, show, showFrom, tagFocus, tagIgnore }: Filter): string {
  return JSON.stringify([focus, ignore, hide, show, showFrom, tagFocus, tagIgnore]);
}

/** `MergedTree.key` of a granularity and filter. */
export function treeKey(granularity: Granularity, filter: Filter): string {
  return `${granularity} ${filterKey(filter)}`;
}

/** Throws `ProfileError` when the profiles are too large or the filter is not valid, and what `heed` throws. */
export function mergeLocations(
  { profiles }: Comparison,
  lines: LineTable,
  filter: Filter,
  heed: Heed = heedNothing,
): LocationTree {
  const compiled = compileFilter(filter, lines);
  const truncated = truncatedSamples(profiles);
  const stacks = profiles.map((profile, i) => {
    const linesOf = lines.locations[i] ?? {
      start: new Uint32Array(1),
      line: new Uint32Array(0) as IdColumn<Line>,
    };
    return filteredStacks(profile, lines, linesOf, compiled, truncated[i]);
  });
  const locations = distinctLocations(stacks.map(each => each.lines));
  const entries = distinctStacks(stacks, locations, heed);
  heed();
  return { locations, tree: buildCallTree(entries, locations.count), stacks };
}

/** Merges the stacks of `filter` at a granularity. */
export function mergeFrames(
  { locations, tree, stacks }: LocationTree,
  lines: LineTable,
  granularity: Granularity,
  filter: Filter,
): MergedTree {
  const frames = framesOf(lines, granularity);
  return {
    key: treeKey(granularity, filter),
    frames,
    tree: frameTree(tree, locations, frames),
    stacks,
  };
}
